/** POD002: a port of the node that a container takes. */

import { without } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { pod } from '../fragments.ts';

const example = (port: string) => pod('web', '', `ports:\n  - {${port}}\n`);

export const hostPort: KubernetesRule = {
  id: 'POD002',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A container takes a port of its node',
  why: 'Whoever reaches the node reaches the container, past every Service, and a node runs one such pod only.',
  fix: 'Remove hostPort, and use a Service.',
  references: ['https://kubernetes.io/docs/concepts/configuration/overview/#services'],
  bad: [{ line: 9, text: example('containerPort: 8080, hostPort: 8080') }],
  good: [example('containerPort: 8080')],
  check({ pods }, report) {
    for (const { ports, hostNetwork } of pods.templates) {
      if (hostNetwork) continue;
      for (const { field } of ports) {
        const hostPort = field.at('hostPort');
        const number = hostPort.integer() ?? 0;
        if (number > 0)
          report(hostPort, `The container takes port ${number} of its node. Use a Service instead.`, without(hostPort));
      }
    }
  },
};
