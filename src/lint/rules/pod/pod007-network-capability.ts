/** POD007: a container that may change its network, or pose as others. */

import { without } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { pod } from '../fragments.ts';

const example = (context: string) => pod('web', '', `securityContext: {${context}}\n`);

const CAPABILITIES: ReadonlySet<string> = new Set(['ALL', 'NET_ADMIN', 'NET_RAW', 'SYS_ADMIN']);

export const networkCapability: KubernetesRule = {
  id: 'POD007',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A container may change its network',
  why: 'It can send forged packets, pose as a neighbour, or change routes and filters of the pod; a privileged one those of the node.',
  fix: 'Remove the capability, or privileged, where the program does without.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  bad: [
    { line: 8, text: example('capabilities: {add: [NET_RAW]}') },
    { line: 8, text: example('privileged: true') },
  ],
  good: [example('capabilities: {drop: [ALL]}')],
  check({ pods }, report) {
    for (const { allContainers } of pods.templates) {
      for (const container of allContainers) {
        const context = container.at('securityContext');
        const privileged = context.at('privileged');
        const name = container.stringAt('name') ?? '';
        if (privileged.value === true) {
          report(
            privileged,
            `Container ${name} is privileged: it may do what the node may. Remove it where it can be.`,
            without(privileged),
          );
        }
        for (const item of context.at('capabilities').itemsAt('add')) {
          const capability = (item.string() ?? '').replace(/^CAP_/, '');
          if (!CAPABILITIES.has(capability)) continue;
          report(
            item,
            `With ${capability} container ${name} can change its network, or pose as a neighbour. Remove it where it can be.`,
            without(item),
          );
        }
      }
    }
  },
};
