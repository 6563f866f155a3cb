/** NET037: a rule about client addresses, behind a Service that hides them. */

import { hiddenSources } from '../../../queries/policy-notes.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, policy, service } from '../fragments.ts';

const example = (traffic: string) =>
  manifests(
    deployment({ name: 'web' }),
    service(
      'web',
      `type: LoadBalancer\nselector: {app: web}\nports: [{port: 443, targetPort: 8080}]\nloadBalancerSourceRanges: [203.0.113.0/24]\nexternalTrafficPolicy: ${traffic}\n`,
    ),
    policy('web', 'podSelector: {matchLabels: {app: web}}\ningress:\n  - from: [{ipBlock: {cidr: 203.0.113.0/24}}]\n'),
  );

export const sourceHidden: KubernetesRule = {
  id: 'NET037',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A rule names client addresses that a Service hides',
  why: 'With externalTrafficPolicy Cluster a node answers for the client, so that the pods see the address of the node: clients that the rule names may be kept out.',
  fix: 'Set externalTrafficPolicy: Local, or let the load balancer choose its clients by loadBalancerSourceRanges.',
  references: [
    'https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip',
  ],
  bad: [{ line: 32, text: example('Cluster') }],
  good: [example('Local')],
  check(context, report) {
    const hasBlock = ({ rules }: (typeof context.policies)[number]) =>
      rules.some(({ direction, peers }) => direction === 'ingress' && peers.some(({ kind }) => kind === 'block'));
    if (!context.policies.some(hasBlock)) return;
    const { reach, stack, outside } = context.reach;
    for (const { opening, rule } of hiddenSources(reach, stack, outside)) {
      const { kind, namespace, name } = opening.by;
      report(
        rule.origin,
        `Clients of ${kind} ${namespace}/${name} may arrive with the address of a node, which this rule does not name. Set externalTrafficPolicy: Local there to keep theirs.`,
      );
    }
  },
};
