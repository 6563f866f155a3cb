/**
 * The second opinion: NetworkPolicy semantics written down as slowly and plainly as possible, one packet at a time, over
 * manifests as they came. It exists to disagree with the engine, so it shares no code and no data structure with it, and it
 * must never be made clever or fast. The rules are those of
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/.
 */
import { parseAddress } from './address.ts';
import type { End, Flow, OracleOptions, Verdict } from './flow.ts';
import {
  hasFinished,
  type Manifest,
  namespaceOf,
  type Peer,
  type PodManifest,
  type PolicyManifest,
  type PolicyPort,
} from './manifests.ts';
import { type Place, peerMatches, selectorMatches, type Truth, type World } from './naive-peer.ts';
import { portMatches } from './naive-port.ts';

interface Question {
  readonly world: World;
  readonly flow: Flow;
  readonly from: Place;
  readonly to: Place;
}

type Direction = 'Ingress' | 'Egress';

/** Throws when the flow names a pod that is not among the objects or has finished: nobody may ask about those. */
export function naiveVerdict(objects: readonly Manifest[], options: OracleOptions, flow: Flow): Verdict {
  const from = placeOf(objects, flow.from);
  const to = placeOf(objects, flow.to);
  if (from.kind === 'pod' && to.kind === 'pod' && from.pod === to.pod) {
    return 'allow';
  }
  const question = { world: { objects, options }, flow, from, to };
  const answer = both(egress(question), ingress(question));
  return answer === 'yes' ? 'allow' : answer === 'no' ? 'deny' : 'unknown';
}

function placeOf(objects: readonly Manifest[], end: End): Place {
  if ('address' in end) {
    return { kind: 'address', address: parseAddress(end.address) };
  }
  for (const object of objects) {
    if (object.kind === 'Pod' && `${namespaceOf(object)}/${object.metadata.name}` === end.pod && !hasFinished(object)) {
      return { kind: 'pod', pod: object };
    }
  }
  throw new Error(`no running pod is called ${end.pod}`);
}

function egress(question: Question): Truth {
  const pod = governedPod(question.from);
  return pod === undefined ? 'yes' : policiesAllow(question, pod, 'Egress', question.to);
}

function ingress(question: Question): Truth {
  const pod = governedPod(question.to);
  if (pod === undefined) {
    return 'yes';
  }
  return either(comesFromOwnNode(question.from, pod), policiesAllow(question, pod, 'Ingress', question.from));
}

/** Policies govern pods of the pod network only; the host and the outside have no policy side. */
function governedPod(place: Place): PodManifest | undefined {
  return place.kind === 'pod' && place.pod.spec.hostNetwork !== true ? place.pod : undefined;
}

function comesFromOwnNode(from: Place, pod: PodManifest): Truth {
  if (from.kind === 'address' || from.pod.spec.hostNetwork !== true) {
    return 'no';
  }
  const there = from.pod.spec.nodeName;
  const here = pod.spec.nodeName;
  if (!there || !here) {
    return 'maybe';
  }
  return there === here ? 'yes' : 'no';
}

function policiesAllow(question: Question, pod: PodManifest, direction: Direction, other: Place): Truth {
  const isolating = question.world.objects.filter(
    (object) => object.kind === 'NetworkPolicy' && selects(object, pod) && hasDirection(object, direction),
  );
  if (isolating.length === 0) {
    return 'yes';
  }
  let answer: Truth = 'no';
  for (const policy of isolating) {
    if (policy.kind === 'NetworkPolicy') {
      for (const rule of rulesOf(policy, direction)) {
        answer = either(answer, ruleAllows(question, namespaceOf(policy), rule, other));
      }
    }
  }
  return answer;
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

function ruleAllows(question: Question, namespace: string, { peers, ports }: DirectedRule, other: Place): Truth {
  const portsFit = ports.length === 0 || ports.some((entry) => portMatches(entry, question.flow, question.to));
  return portsFit ? peersAllow(question.world, namespace, peers, other) : 'no';
}

function peersAllow(world: World, namespace: string, peers: readonly Peer[], other: Place): Truth {
  if (peers.length === 0) {
    return 'yes';
  }
  return peers.map((peer) => peerMatches(world, namespace, peer, other)).reduce(either, 'no');
}

// No rule can forbid, so every answer only grows with the matches, and the two extremes of each uncertain match decide.
function either(a: Truth, b: Truth): Truth {
  return a === 'yes' || b === 'yes' ? 'yes' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'no';
}

function both(a: Truth, b: Truth): Truth {
  return a === 'no' || b === 'no' ? 'no' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'yes';
}
