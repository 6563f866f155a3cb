/** SVC006: a nodePort outside the range that API servers give out; where the type has none, it is refused. */

import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';

const [FIRST, LAST] = [30000, 32767];
const example = (type: string, nodePort: number) =>
  service('web', `type: ${type}\nselector: {app: web}\nports:\n  - {port: 80, nodePort: ${nodePort}}\n`);

export const nodePortRange: KubernetesRule = {
  id: 'SVC006',
  model: 'kubernetes',
  severity: 'error',
  title: 'A nodePort that the Service cannot have',
  why: 'The API server gives out 30000 to 32767 unless its service-node-port-range says otherwise, and refuses others; a ClusterIP has no nodePort at all.',
  fix: 'Choose a port of the range, or leave it out.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport'],
  bad: [
    { line: 8, text: example('NodePort', 8080) },
    { line: 8, text: example('ClusterIP', 30080) },
  ],
  good: [example('NodePort', 30080)],
  check({ services }, report) {
    for (const { ports, type } of services.values()) {
      if (type !== 'NodePort' && type !== 'LoadBalancer') continue;
      for (const { field, nodePort } of ports) {
        if (nodePort === undefined || nodePort > 65535 || (nodePort >= FIRST && nodePort <= LAST)) continue;
        report(
          field.at('nodePort'),
          `nodePort ${nodePort} is outside ${FIRST}-${LAST}, the range of API servers unless they are told otherwise. Choose one inside, or leave it out.`,
        );
      }
    }
  },
};
