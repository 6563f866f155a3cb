/** POD020: a program for debugging networks that was left running. */

import type { KubernetesRule } from '../../rule.ts';
import { pod } from '../fragments.ts';

const example = (image: string) => pod('tool', '', 'command: [sleep, infinity]\n').replace('example.com/tool:1', image);

const IMAGE =
  /(?:^|\/)(?:netshoot|network-multitool|wbitt-network-multitool|dnsutils|jessie-dnsutils|curl|tcpdump)(?:[:@]|$)/;
const ENDLESS = /\b(?:sleep\s+(?:infinity|inf|\d{4,}|\d+d)|tail\s+-f\s+\/dev\/null|while\s+(?:true|:)\b)/;

export const debugImage: KubernetesRule = {
  id: 'POD020',
  model: 'kubernetes',
  severity: 'info',
  title: 'A container for debugging is left running',
  why: 'Whoever gets into it finds every tool for looking around in the cluster.',
  fix: 'Remove it, and use an ephemeral container (kubectl debug) when something is to be looked at.',
  references: ['https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/#ephemeral-container'],
  bad: [{ line: 7, text: example('nicolaka/netshoot') }],
  good: [example('example.com/worker:1')],
  check({ pods }, report) {
    for (const { containers, hostNetwork, object } of pods.templates) {
      if (object.kind === 'Job' || object.kind === 'CronJob') continue;
      for (const container of containers) {
        if (!IMAGE.test(container.stringAt('image') ?? '')) continue;
        const words = [...container.itemsAt('command'), ...container.itemsAt('args')].map(
          (item) => item.string() ?? '',
        );
        if (hostNetwork || words.length === 0 || ENDLESS.test(words.join(' '))) {
          report(
            container.at('image'),
            'This is an image for debugging. Remove it, and use kubectl debug when something is to be looked at.',
          );
        }
      }
    }
  },
};
