/** SVC014: addresses that a Service takes over on every node. */

import { without } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';

export const externalIps: KubernetesRule = {
  id: 'SVC014',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A Service takes addresses with externalIPs',
  why: 'Whoever may make Services can take the traffic of any address so (CVE-2020-8554). The field is deprecated since Kubernetes 1.36, and is to be off by default.',
  fix: 'Use a load balancer or a Gateway for the address.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/service/#external-ips',
    'https://github.com/kubernetes/kubernetes/issues/97076',
  ],
  bad: [{ line: 7, text: service('web', 'selector: {app: web}\nports: [{port: 80}]\nexternalIPs: [203.0.113.7]\n') }],
  good: [service('web', 'selector: {app: web}\nports: [{port: 80}]\n')],
  check({ services }, report) {
    for (const { object } of services.values()) {
      const field = object.spec.at('externalIPs');
      if (field.items().length === 0) continue;
      report(
        field,
        'externalIPs take the traffic of these addresses on every node. Use a load balancer or a Gateway.',
        without(field),
      );
    }
  },
};
