/** SVC005: ports of a Service that cannot be told apart; the API server refuses them. */

import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';

export const portNames: KubernetesRule = {
  id: 'SVC005',
  model: 'kubernetes',
  severity: 'error',
  title: 'Ports of a Service cannot be told apart',
  why: 'Of several ports each needs a name of its own, and a number is given once for a protocol: the API server refuses the Service.',
  fix: 'Name every port, and remove or renumber the second of two.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services'],
  bad: [
    { line: 6, text: service('web', 'ports:\n  - {port: 80}\n  - {name: b, port: 81}\nselector: {app: web}\n') },
    {
      line: 7,
      text: service('web', 'ports:\n  - {name: a, port: 80}\n  - {name: b, port: 80}\nselector: {app: web}\n'),
    },
  ],
  good: [
    service('web', 'ports:\n  - {name: a, port: 80}\n  - {name: b, port: 80, protocol: UDP}\nselector: {app: web}\n'),
  ],
};
