/** ING023: a backend port that takes no TCP. */

import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';
import { ingressText } from './examples.ts';

const manifests = (protocol: string) =>
  `${ingressText()}---\n${service('web', `selector: {app: web}\nports: [{port: 80, protocol: ${protocol}}]\n`)}`;

export const backendNotTcp: KubernetesRule = {
  id: 'ING023',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Backend port is not a port of TCP',
  why: 'An Ingress is about HTTP, which controllers speak to backends over TCP: they find no endpoint at the port.',
  fix: 'Name a port of TCP; open a port of UDP by a Service of type LoadBalancer, or by a UDPRoute.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#what-is-ingress'],
  bad: [{ line: 16, text: manifests('UDP') }],
  good: [manifests('TCP')],
  check({ ingresses, services }, report) {
    for (const { backends, object } of ingresses) {
      for (const { field, service: name, port } of backends) {
        const ports = services.get(`${object.namespace}/${name}`)?.ports ?? [];
        const meant = ports.filter((candidate) => candidate.port === port || candidate.name === port);
        if (meant.length === 0 || meant.some(({ protocol }) => protocol === 'TCP')) continue;
        report(
          field.at('port'),
          `Port ${port} of Service ${name} is a port of ${meant[0]?.protocol}, and the controller speaks HTTP over TCP. Name another port.`,
        );
      }
    }
  },
};
