/** NET004: two peers where one with both selectors was meant. */

import { formatRequirements } from '../../context/requirements.ts';
import { originOf } from '../../place.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, namespace, policy } from '../fragments.ts';
import { joinable } from './and-or.ts';

const example = (second: string) =>
  manifests(
    namespace('ops'),
    deployment({ name: 'backup', namespace: 'ops' }),
    deployment({ name: 'db', ports: '[{containerPort: 5432}]' }),
    policy(
      'db',
      `podSelector: {matchLabels: {app: db}}
ingress:
  - from:
      - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}
      ${second}podSelector: {matchLabels: {app: backup}}
    ports: [{port: 5432}]
`,
    ),
  );

export const orForAnd: KubernetesRule = {
  id: 'NET004',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Two peers where one with both selectors was meant',
  why: 'Items of the list mean OR: every pod of the namespaces is let through, and the pods alone are looked for in the policy’s own namespace, where there are none.',
  fix: 'Remove the dash before podSelector, so that both selectors are one peer.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  ],
  bad: [{ line: 43, text: example('- ') }],
  good: [example('  ')],
  check({ policies }, report) {
    for (const { rules, object } of policies) {
      for (const { peers } of rules) {
        for (const [i, peer] of peers.entries()) {
          const other = peer.kind === 'pods' ? joinable(peers, peer) : undefined;
          if (!other || peer.kind === 'block') continue;
          const at = originOf(peer.field);
          const fix = { title: 'Make one peer of both', safe: false, edits: [{ kind: 'join' as const, at }] };
          const [pods, spaces] = [peer.podRequirements ?? [], other.namespaceRequirements ?? []].map(
            formatRequirements,
          );
          report(
            peer.field,
            `Two items mean OR: every pod of namespaces with ${spaces} is let through, and ${pods} is looked for in namespace ${object.namespace}, where no pod has it. Remove the dash to ask for both.`,
            peers[i - 1] === other ? { fix } : {},
          );
        }
      }
    }
  },
};
