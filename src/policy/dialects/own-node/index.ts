/**
 * Traffic to a pod from the node it runs on is always allowed, whatever a policy says
 * (https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation); kubelet
 * probes depend on it. A host-network pod is its node. Where the bundle does not show on which node a pod runs,
 * nothing tells whether the exception holds. Tested in `test/policy/dialects/own-node.test.ts`.
 */

import type { Origin } from '../../../ingest/document.ts';
import type { Cluster } from '../../../kubernetes/cluster.ts';
import { type Dialect, readAtEnd } from '../../dialect.ts';
import { NODE_LABEL } from '../../labels.ts';
import { ANY_PORT, type Peer, type Policy, type Rule } from '../../rule.ts';
import { ANYTHING, isIn } from '../../selector.ts';
import type { SelectorPool } from '../../selector-pool.ts';

/** Not a node's name (RFC 1123): only an endpoint whose node is not shown may match it. */
const NO_NODE = '?';

export const ownNode: Dialect<Cluster> = {
  name: 'own node',
  claims: () => false,
  begin: ({ selectors }) =>
    readAtEnd((_documents, cluster) => {
      const policies = ownNodePolicies(cluster, selectors);
      const tier = { name: 'own node', groups: [policies], ends: [] };
      return {
        tiers: policies.length > 0 ? [{ layer: 'cni', rank: 0, tier }] : [],
        policies: [],
        findings: [],
        refused: 0,
      };
    }),
};

function ownNodePolicies(cluster: Cluster, selectors: SelectorPool): Policy[] {
  const origins = new Map<string, Origin>();
  for (const { groups, origin } of cluster.workloads.filter((w) => w.hostNetwork)) {
    for (const { hostNetwork, node } of groups) if (hostNetwork) origins.set(node ?? NO_NODE, origin);
  }
  return [...origins].sort().map(([node, origin]) => ownNodePolicy(node, origin, selectors));
}

function ownNodePolicy(node: string, origin: Origin, selectors: SelectorPool): Policy {
  const here = selectors.allOf([isIn(NODE_LABEL, [node])]);
  const hosts = selectors.selector(ANYTHING, here, 'hosts');
  const peer: Peer =
    node === NO_NODE
      ? { kind: 'unknown', reason: 'the bundle does not show whether the two run on one node', within: hosts }
      : { kind: 'endpoints', selector: hosts };
  const rule: Rule = {
    subject: selectors.selector(ANYTHING, node === NO_NODE ? ANYTHING : here),
    direction: 'ingress',
    peers: [peer],
    ports: ANY_PORT,
    action: 'allow',
    index: 0,
    origin,
  };
  return { kind: 'Node', name: node, origin, rules: [rule] };
}
