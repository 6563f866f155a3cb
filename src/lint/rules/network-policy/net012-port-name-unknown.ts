/** NET012: a port by a name that none of the pods has. */

import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import { formatDeclared, type PodSelection } from '../../context/pod-selection.ts';
import type { PolicyRuleView, PolicyView } from '../../context/policy-view.ts';
import { setTo } from '../../fixes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, policy } from '../fragments.ts';

const example = (port: string) =>
  manifests(
    deployment({ name: 'api', ports: '[{name: http, containerPort: 8080}]' }),
    policy('api', `podSelector: {matchLabels: {app: api}}\ningress:\n  - ports:\n      - port: ${port}\n`),
  );

export const portNameUnknown: KubernetesRule = {
  id: 'NET012',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A rule is about a port by a name that no pod has',
  why: 'A name is looked up in the pod that is connected to. Where it is not found the rule lets nothing through.',
  fix: 'Write the name as the containers declare it, or the number.',
  references: [
    'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/#NetworkPolicySpec',
  ],
  bad: [{ line: 23, text: example('https') }],
  good: [example('http')],
  check(context, report) {
    for (const policy of context.policies) {
      for (const rule of policy.rules) {
        const targets = targetsOf(rule, policy, context);
        if (!targets || targets.isEmpty) continue;
        for (const { field, name, protocol } of rule.ports) {
          if (name === undefined || targets.hasName(name, protocol)) continue;
          const { declared } = targets;
          const meant = context.near.find(
            name,
            declared.flatMap((port) => port.name ?? []),
          );
          const known = declared.length > 0 ? `; they declare ${formatDeclared(declared)}` : '';
          const at = field.at('port');
          report(
            at,
            `No pod that the rule is about has a ${protocol} port named ${name}${known}. Use a name or number of theirs.`,
            meant === undefined ? {} : setTo(at, meant),
          );
        }
      }
    }
  },
};

/** The pods that connections of a rule end at; undefined where there may be others. */
function targetsOf(
  { direction, peers, isAnyone }: PolicyRuleView,
  { selected }: PolicyView,
  { pods }: KubernetesContext,
): PodSelection | undefined {
  if (direction === 'ingress') return selected;
  if (isAnyone || peers.some(({ kind }) => kind === 'block')) return undefined;
  const known = peers.flatMap((peer) => (peer.kind === 'pods' ? [peer.selected] : []));
  if (known.some(({ isEmpty }) => isEmpty)) return undefined;
  return known.length === 1 ? known[0] : pods.together(known);
}
