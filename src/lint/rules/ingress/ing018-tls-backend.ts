/** ING018: a backend that speaks TLS, and is asked in plain HTTP. */

import { type IngressView, NGINX } from '../../context/ingress-view.ts';
import type { ServicePortView, ServiceView } from '../../context/service-view.ts';
import { withEntry } from '../../fixes.ts';
import type { KubernetesRule, Remarks } from '../../rule.ts';
import { service } from '../fragments.ts';
import { ingressText } from './examples.ts';

const manifests = (annotation: string) =>
  `${ingressText({ annotations: [annotation], className: 'nginx', port: 'number: 443' })}---\n${service('web', 'selector: {app: web}\nports: [{port: 443, targetPort: 8443}]\n')}`;

export const tlsBackend: KubernetesRule = {
  id: 'ING018',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Backend with TLS is asked in plain HTTP',
  why: 'The controller ingress-nginx speaks HTTP to backends unless it is told otherwise: a server that expects TLS answers 400, and the controller 502.',
  fix: 'Add the annotation nginx.ingress.kubernetes.io/backend-protocol: HTTPS, or lead to a port that serves HTTP.',
  references: [
    'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#backend-protocol',
  ],
  bad: [{ line: 18, text: manifests('example.com/owner: shop') }],
  good: [manifests('nginx.ingress.kubernetes.io/backend-protocol: HTTPS')],
  check(context, report) {
    for (const ingress of context.ingresses) {
      const told = ['backend-protocol', 'ssl-passthrough', 'secure-backends'].some(
        (key) => ingress.nginx(key) !== undefined,
      );
      if (told || !context.isForNginx(ingress)) continue;
      for (const { field, service: name, port } of ingress.backends) {
        const service = context.services.get(`${ingress.object.namespace}/${name}`);
        const meant = service?.ports.find((candidate) => candidate.port === port || candidate.name === port);
        if (!service || !meant || !speaksTls(service, meant)) continue;
        report(
          field.at('port'),
          `Port ${port} of Service ${name} leads to ${meant.targetPort}, which serves TLS, and ingress-nginx will speak HTTP to it. Set the annotation ${NGINX}backend-protocol to HTTPS.`,
          fixOf(ingress),
        );
      }
    }
  },
};

function fixOf({ object }: IngressView): Pick<Remarks, 'fix'> {
  const annotations = object.metadata.at('annotations');
  return annotations.absent ? {} : withEntry(annotations, `${NGINX}backend-protocol`, 'HTTPS');
}

const TLS_PORTS: readonly number[] = [443, 8443];

/** By where it leads: a port 443 that leads to 8080 ends TLS nowhere. */
function speaksTls({ selected, object }: ServiceView, { field, targetPort }: ServicePortView): boolean {
  if (/^https$/i.test(field.stringAt('appProtocol') ?? '')) return true;
  if (typeof targetPort === 'number') {
    // A Service without selector says nothing of who answers.
    return TLS_PORTS.includes(targetPort) && !object.spec.at('selector').absent;
  }
  const numbers = selected.declared.filter(({ name }) => name === targetPort).map(({ port }) => port);
  return /^https(?:$|-)/.test(targetPort) || (numbers.length > 0 && numbers.every((port) => TLS_PORTS.includes(port)));
}
