/** SVC024: a public load balancer without TLS. */

import { isPublic } from '../../context/load-balancer.ts';
import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';

const example = (ports: string) => service('web', `type: LoadBalancer\nselector: {app: web}\nports: [${ports}]\n`);

export const plainLoadBalancer: KubernetesRule = {
  id: 'SVC024',
  model: 'kubernetes',
  severity: 'info',
  title: 'A public load balancer speaks HTTP without TLS',
  why: 'Whoever is on the way reads and changes what is sent.',
  fix: 'Add port 443 with a certificate, at the load balancer or in the pods, and redirect port 80 to it.',
  references: ['https://www.rfc-editor.org/rfc/rfc9325'],
  bad: [{ line: 7, text: example('{name: http, port: 80}') }],
  good: [example('{name: http, port: 80}, {name: https, port: 443}')],
  check({ services }, report) {
    for (const service of services.values()) {
      const plain = service.ports.find(({ port, protocol }) => port === 80 && protocol === 'TCP');
      if (!plain || !isPublic(service) || service.ports.some(({ port }) => port === 443)) continue;
      report(plain.field, 'Port 80 is public and there is no port 443. Add TLS, and redirect to it.');
    }
  },
};
