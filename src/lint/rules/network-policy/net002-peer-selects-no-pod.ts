/** NET002: a peer of a NetworkPolicy that means no pod. */

import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import { formatNearPods } from '../../context/near-pods.ts';
import type { PodPeer } from '../../context/peer-view.ts';
import type { PolicyView } from '../../context/policy-view.ts';
import { clashOf, formatRequirements } from '../../context/requirements.ts';
import { slipFix } from '../../fixes.ts';
import type { KubernetesRule, Report } from '../../rule.ts';
import { deployment, manifests, policy } from '../fragments.ts';
import { joinable } from './and-or.ts';

const example = (app: string) =>
  manifests(
    deployment({ name: 'web' }),
    deployment({ name: 'api' }),
    policy(
      'api',
      `podSelector:\n  matchLabels: {app: api}\ningress:\n  - from:\n      - podSelector: {matchLabels: {app: ${app}}}\n`,
    ),
  );

export const peerSelectsNoPod: KubernetesRule = {
  id: 'NET002',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A peer of a NetworkPolicy means no pod',
  why: 'The rule lets nobody through, and whoever it was written for is kept out.',
  fix: 'Make the selector say what the labels of the peers say. Without a namespaceSelector it means pods of the policy’s own namespace.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  ],
  bad: [{ line: 39, text: example('wep') }],
  good: [example('web')],
  check(context, report) {
    for (const policy of context.policies) {
      for (const { peers } of policy.rules) {
        for (const peer of peers) {
          // Namespaces that are not there are NET003, and what belongs to another peer NET004.
          if (peer.kind === 'block' || peer.namespaces.length === 0 || !peer.selected.isEmpty) continue;
          const requirements = peer.podRequirements ?? [];
          const isSound = requirements.length > 0 && !clashOf(requirements) && !joinable(peers, peer);
          if (isSound) checkPeer(peer, policy, context, report);
        }
      }
    }
  },
};

function checkPeer(peer: PodPeer, { object }: PolicyView, { nearPods }: KubernetesContext, report: Report): void {
  const requirements = peer.podRequirements ?? [];
  const home = peer.namespaces.length === 1 ? (peer.namespaces[0] ?? object.namespace) : undefined;
  const near = home === undefined ? undefined : nearPods.find(home, requirements);
  const where = home === undefined ? 'of the namespaces the peer means' : `of namespace ${home}`;
  const hint = near ? `: ${formatNearPods(near)}` : '';
  const selector = peer.field.at('podSelector');
  report(
    selector,
    `No pod ${where} has ${formatRequirements(requirements)}${hint}. Check the selector and the namespaces.`,
    {
      absent: near === undefined,
      ...slipFix(near, selector.at('matchLabels')),
    },
  );
}
