/**
 * The NetworkPolicy tier: policies add up, and together they are final for a pod that at least one of them isolates in the
 * direction asked about. Follows https://kubernetes.io/docs/concepts/services-networking/network-policies/.
 */
import { namespaceOf, type Peer, type PodManifest, type PolicyManifest, type PolicyPort } from './manifests.ts';
import { either, peerMatches, selectorMatches, type Truth } from './naive-peer.ts';
import { portMatches } from './naive-port.ts';
import { ALLOW, DENY, EITHER, type Outcomes } from './outcomes.ts';
import type { Direction, Side } from './question.ts';

/** Undefined where no policy isolates the pod in this direction: then the tier has nothing to say. */
export function networkPolicies(side: Side): Outcomes | undefined {
  const isolating = side.world.objects
    .filter((object) => object.kind === 'NetworkPolicy')
    .filter((policy) => selects(policy, side.pod) && hasDirection(policy, side.direction));
  if (isolating.length === 0) {
    return undefined;
  }
  // No rule can forbid, so every answer only grows with the matches: one certain match settles it.
  const answer = isolating
    .flatMap((policy) => rulesOf(policy, side.direction).map((rule) => ruleAllows(side, namespaceOf(policy), rule)))
    .reduce(either, 'no');
  return answer === 'yes' ? ALLOW : answer === 'no' ? DENY : EITHER;
}

function selects(policy: PolicyManifest, pod: PodManifest): boolean {
  return (
    namespaceOf(policy) === namespaceOf(pod) &&
    selectorMatches(policy.spec?.podSelector ?? {}, pod.metadata.labels ?? {})
  );
}

/** An empty `policyTypes` means Ingress, and Egress only where there is an egress rule. */
function hasDirection(policy: PolicyManifest, direction: Direction): boolean {
  const types = policy.spec?.policyTypes ?? [];
  if (types.length > 0) {
    return types.includes(direction);
  }
  return direction === 'Ingress' || rulesOf(policy, 'Egress').length > 0;
}

/** A rule with the peers of its direction: `from` says nothing in an egress rule, nor `to` in an ingress rule. */
interface DirectedRule {
  readonly peers: readonly Peer[];
  readonly ports: readonly PolicyPort[];
}

function rulesOf({ spec }: PolicyManifest, direction: Direction): readonly DirectedRule[] {
  return direction === 'Ingress'
    ? (spec?.ingress ?? []).map((rule) => ({ peers: rule.from ?? [], ports: rule.ports ?? [] }))
    : (spec?.egress ?? []).map((rule) => ({ peers: rule.to ?? [], ports: rule.ports ?? [] }));
}

function ruleAllows(side: Side, namespace: string, { peers, ports }: DirectedRule): Truth {
  const portsFit = ports.length === 0 || ports.some((entry) => portMatches(entry, side.flow, side.to));
  return portsFit ? peersAllow(side, namespace, peers) : 'no';
}

function peersAllow({ world, other }: Side, namespace: string, peers: readonly Peer[]): Truth {
  if (peers.length === 0) {
    return 'yes';
  }
  return peers.map((peer) => peerMatches(world, namespace, peer, other)).reduce(either, 'no');
}
