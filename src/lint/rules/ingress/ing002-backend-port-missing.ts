/** ING002: a backend port that its Service does not have. */

import type { IngressBackend } from '../../context/ingress-view.ts';
import type { ServicePortView, ServiceView } from '../../context/service-view.ts';
import { setTo } from '../../fixes.ts';
import type { KubernetesRule, Remarks } from '../../rule.ts';
import { ingressText, WEB } from './examples.ts';

const manifests = (port: string) => ingressText({ port }) + WEB;

export const backendPortMissing: KubernetesRule = {
  id: 'ING002',
  model: 'kubernetes',
  severity: 'error',
  title: 'Backend port is not a port of the Service',
  why: 'The controller finds no endpoints for the path and answers 503. An Ingress names a port of the Service, not of the pods.',
  fix: 'Write the number or the name of a port of the Service.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource'],
  bad: [
    { line: 16, text: manifests('number: 8080') },
    { line: 16, text: manifests('name: web') },
  ],
  good: [manifests('number: 80'), manifests('name: http')],
  check({ ingresses, services }, report) {
    for (const { backends, object } of ingresses) {
      for (const backend of backends) {
        const { service: name, port, field } = backend;
        const service = services.get(`${object.namespace}/${name}`);
        if (!service || port === undefined || !isToldBy(service) || hasPort(service, port)) continue;
        const list = service.ports.map(formatPort).join(', ');
        const target = service.ports.find(({ targetPort }) => targetPort === port);
        const hint = target ? ` ${port} is where its port ${target.port} leads.` : '';
        const key = typeof port === 'number' ? 'number' : 'name';
        const message = `Service ${name} has no port ${port}; it has ${list}.${hint} Write one of these.`;
        report(field.at('port').at(key), message, fixOf(backend, service));
      }
    }
  },
};

/** Ports that cannot be read are another matter, and an ExternalName needs none. */
function isToldBy({ type, ports, object }: ServiceView): boolean {
  return type !== 'ExternalName' && ports.length > 0 && ports.length === object.spec.itemsAt('ports').length;
}

function hasPort({ ports }: ServiceView, port: number | string): boolean {
  return ports.some((candidate) => candidate.port === port || candidate.name === port);
}

function formatPort({ name, port }: ServicePortView): string {
  return name === undefined ? `${port}` : `${port} (${name})`;
}

function fixOf({ field }: IngressBackend, { ports: [only, ...more] }: ServiceView): Pick<Remarks, 'fix'> {
  const number = field.at('port').at('number');
  return only && more.length === 0 && !number.absent ? setTo(number, only.port) : {};
}
