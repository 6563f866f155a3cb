/** POD004: two containers of a pod that listen on one port. */

import type { KubernetesRule } from '../../rule.ts';
import { pod } from '../fragments.ts';

const example = (port: number) =>
  pod('web', '', `ports: [{containerPort: 8080}]\n`).concat(
    `    - name: proxy\n      image: example.com/proxy:1\n      ports: [{containerPort: ${port}}]\n`,
  );

export const portTwice: KubernetesRule = {
  id: 'POD004',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Two containers of a pod declare one port',
  why: 'The containers of a pod share its network: the second program cannot bind the port, and does not start.',
  fix: 'Let one of them listen elsewhere, or remove the declaration that is wrong.',
  references: ['https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking'],
  bad: [{ line: 11, text: example(8080) }],
  good: [example(8081)],
  check({ pods }, report) {
    for (const { ports } of pods.templates) {
      const taken = new Map<string, (typeof ports)[number]>();
      for (const declared of ports) {
        const { port, protocol, field, container } = declared;
        const first = taken.get(`${port}/${protocol}`);
        taken.set(`${port}/${protocol}`, first ?? declared);
        if (!first || first.container === container) continue;
        report(
          field,
          `Container ${first.container.stringAt('name') ?? ''} of the pod declares ${protocol} port ${port} too, and one of them can listen there.`,
        );
      }
    }
  },
};
