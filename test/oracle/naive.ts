/**
 * The second opinion: policy semantics written down as slowly and plainly as possible, one packet at a time, over manifests
 * as they came. It exists to disagree with the engine, so it shares no code and no data structure with it, and it must never
 * be made clever or fast. The rules are those of
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/ and, for the tiers around NetworkPolicy, of
 * https://network-policy-api.sigs.k8s.io/api-overview/.
 */
import { parseAddress } from './address.ts';
import type { End, Flow, OracleOptions, Verdict } from './flow.ts';
import { hasFinished, type Manifest, namespaceOf, type PodManifest } from './manifests.ts';
import { networkPolicies } from './naive-network-policy.ts';
import type { Place } from './naive-peer.ts';
import { adminPolicies, baselinePolicies, throughTier } from './naive-tier.ts';
import { ALLOW, bothLetPass, type Outcomes, oneOf, verdictOf } from './outcomes.ts';
import type { Direction, Question, Side } from './question.ts';

/** Throws when the flow names a pod that is not among the objects or has finished: nobody may ask about those. */
export function naiveVerdict(objects: readonly Manifest[], options: OracleOptions, flow: Flow): Verdict {
  const from = placeOf(objects, flow.from);
  const to = placeOf(objects, flow.to);
  if (from.kind === 'pod' && to.kind === 'pod' && from.pod === to.pod) {
    return 'allow';
  }
  const question = { world: { objects, options }, flow, from, to };
  return verdictOf(bothLetPass(egress(question), ingress(question)));
}

/** The same by the policies of the destination alone: those of the source are not known. */
export function naiveArrival(objects: readonly Manifest[], options: OracleOptions, flow: Flow): Verdict {
  const [from, to] = [placeOf(objects, flow.from), placeOf(objects, flow.to)];
  return verdictOf(ingress({ world: { objects, options }, flow, from, to }));
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

function egress(question: Question): Outcomes {
  const pod = governedPod(question.from);
  return pod === undefined ? ALLOW : throughAllTiers(question, pod, 'Egress', question.to);
}

/** The node of a pod reaches it always, whatever any tier says. */
function ingress(question: Question): Outcomes {
  const pod = governedPod(question.to);
  if (pod === undefined) {
    return ALLOW;
  }
  const governed = throughAllTiers(question, pod, 'Ingress', question.from);
  switch (comesFromOwnNode(question.from, pod)) {
    case 'yes':
      return ALLOW;
    case 'maybe':
      return oneOf([ALLOW, governed]);
    case 'no':
      return governed;
  }
}

/** Policies govern pods of the pod network only; the host and the outside have no policy side. */
function governedPod(place: Place): PodManifest | undefined {
  return place.kind === 'pod' && place.pod.spec.hostNetwork !== true ? place.pod : undefined;
}

function comesFromOwnNode(from: Place, pod: PodManifest): 'yes' | 'maybe' | 'no' {
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

/** Admin, then NetworkPolicy, which is final for a pod it isolates, then Baseline; what nobody decides is allowed. */
function throughAllTiers(question: Question, pod: PodManifest, direction: Direction, other: Place): Outcomes {
  const side: Side = { ...question, pod, direction, other };
  return throughTier(side, adminPolicies(side), () => {
    const decided = networkPolicies(side);
    return decided ?? throughTier(side, baselinePolicies(side), () => ALLOW);
  });
}
