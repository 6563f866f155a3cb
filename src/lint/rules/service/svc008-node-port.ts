/** SVC008: a Service is open at a port of every node. */

import { setTo } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';

export const nodePort: KubernetesRule = {
  id: 'SVC008',
  model: 'kubernetes',
  severity: 'info',
  title: 'A Service is open at a port of every node',
  why: 'Whoever reaches a node reaches the Service, past every Ingress and what it demands.',
  fix: 'Make it a ClusterIP behind an Ingress or a Gateway, unless something outside balances over the nodes.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport'],
  bad: [{ line: 5, text: service('web', 'type: NodePort\nselector: {app: web}\nports: [{port: 80}]\n') }],
  good: [service('web', 'type: ClusterIP\nselector: {app: web}\nports: [{port: 80}]\n')],
  check({ services }, report) {
    for (const { object, type } of services.values()) {
      const field = object.spec.at('type');
      const message =
        'This Service is open at a port of every node. Use ClusterIP behind an Ingress or a Gateway where you can.';
      if (type === 'NodePort') report(field, message, setTo(field, 'ClusterIP'));
    }
  },
};
