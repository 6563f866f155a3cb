/** ING015: an entry point that leads to a name outside. */

import { backendRefs } from '../../context/route-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';
import { ingressText } from './examples.ts';

const manifests = (spec: string) =>
  `${ingressText({ service: 'pages', port: 'number: 443' })}---\n${service('pages', `${spec}\nports: [{port: 443}]\n`)}`;

export const externalBackend: KubernetesRule = {
  id: 'ING015',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Backend is an ExternalName',
  why: 'The controller asks for whatever the name means, in its own place in the network: whoever may write the Service can have it fetch from other namespaces, from the metadata of the cloud, from anywhere. Gateway API has its implementations refuse it.',
  fix: 'Lead to a Service with a selector or with EndpointSlices, or redirect to the outside name.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
    'https://gateway-api.sigs.k8s.io/reference/spec/#backendref',
  ],
  bad: [{ line: 15, text: manifests('type: ExternalName\nexternalName: pages.example.net') }],
  good: [manifests('selector: {app: pages}')],
  check(context, report) {
    const { ingresses, services } = context;
    const used = [
      ...ingresses.flatMap(({ backends, object }) =>
        backends.map(({ field, service }) => ({ field: field.at('name'), service, namespace: object.namespace })),
      ),
      ...backendRefs(context).map(({ field, namespace, name }) => ({
        field: field.at('name'),
        service: name,
        namespace,
      })),
    ];
    for (const { field, service, namespace } of used) {
      const target = services.get(`${namespace}/${service}`);
      if (target?.type !== 'ExternalName') continue;
      const outside = target.object.spec.stringAt('externalName') ?? 'a name outside';
      report(
        field,
        `Service ${service} is an ExternalName for ${outside}, which the controller will ask. Lead to pods, or redirect.`,
      );
    }
  },
};
