/** ING001: a backend that is not in the namespace of its Ingress or Route. */

import type { Field } from '../../../kubernetes/field.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import { formatNearest } from '../../context/named-objects.ts';
import type { KubernetesRule } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

const manifests = (service: string) => ingressText({ service }) + WEB;

export const backendMissing: KubernetesRule = {
  id: 'ING001',
  model: 'kubernetes',
  severity: 'error',
  title: 'Backend Service does not exist',
  why: 'The controller has nothing to send requests to: it answers 503, or leaves the path out. A backend is looked up in the namespace of the Ingress only.',
  fix: 'Name a Service of the same namespace, or put the Ingress where the Service is.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
    'https://docs.openshift.com/container-platform/latest/networking/routes/route-configuration.html',
  ],
  bad: [
    { line: 15, text: manifests('wep') },
    { line: 15, complete: true, text: manifests('shop') },
    { line: 15, severity: 'info', text: manifests('shop') },
  ],
  good: [manifests('web')],
  check(context, report) {
    const services = context.named('Service', '');
    const taken = new Set(context.ofKind('Service').map(({ namespace, name }) => `${namespace}/${name}`));
    for (const { field, service, namespace } of references(context)) {
      if (taken.has(`${namespace}/${service}`)) continue;
      const near = services.nearest(namespace, service);
      report(
        field,
        `There is no Service ${service} in namespace ${namespace}${formatNearest(near, namespace)}. Backends are of the same namespace; correct the name, or add the Service.`,
        { absent: near === undefined },
      );
    }
  },
};

interface Reference {
  readonly field: Field;
  readonly service: string;
  readonly namespace: string;
}

/** Of Ingresses, and of Routes of OpenShift. */
function* references(context: KubernetesContext): Generator<Reference> {
  for (const { backends, object } of context.ingresses) {
    for (const { field, service } of backends) yield { field: field.at('name'), service, namespace: object.namespace };
  }
  for (const { group, namespace, spec } of context.ofKind('Route')) {
    if (group !== 'route.openshift.io') continue;
    for (const target of [spec.at('to'), ...spec.itemsAt('alternateBackends')]) {
      const service = target.stringAt('name');
      if (service && (target.stringAt('kind') ?? 'Service') === 'Service')
        yield { field: target.at('name'), service, namespace };
    }
  }
}
