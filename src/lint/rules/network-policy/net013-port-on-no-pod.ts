/** NET013: a port by a number that none of the pods declares; where a Service has it, NET014 says so. */

import { formatDeclared } from '../../context/pod-selection.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, policy } from '../fragments.ts';
import { strangePorts } from './strange-ports.ts';

const example = (port: number) =>
  manifests(
    deployment({ name: 'api' }),
    policy('api', `podSelector: {matchLabels: {app: api}}\ningress:\n  - ports:\n      - port: ${port}\n`),
  );

export const portOnNoPod: KubernetesRule = {
  id: 'NET013',
  model: 'kubernetes',
  severity: 'info',
  title: 'A rule is about a port that no pod declares',
  why: 'Containers may listen where they do not say so, and often the number is a slip.',
  fix: 'Write a port the containers declare, or declare the one they listen on.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource'],
  bad: [{ line: 23, text: example(8081) }],
  good: [example(8080)],
  check(context, report) {
    for (const { port, targets, behind } of strangePorts(context)) {
      if (behind.length > 0) continue;
      report(
        port.field.at('port'),
        `No pod that the rule is about declares ${port.protocol} port ${port.first}; they declare ${formatDeclared(targets.declared)}.`,
      );
    }
  },
};
