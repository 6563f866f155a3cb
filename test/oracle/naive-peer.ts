/**
 * Does one entry of `from` or `to` speak about this end, and is a pod among the subjects of a policy? Label selectors follow
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/ (a missing key satisfies NotIn), peers follow
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors.
 */
import { type Address, isInside, parseAddress, parseCidr } from './address.ts';
import type { ClusterPeer, Subject } from './cluster-policy-manifests.ts';
import type { OracleOptions } from './flow.ts';
import {
  type IpBlock,
  type LabelSelector,
  type Labels,
  type Manifest,
  namespaceOf,
  type Peer,
  type PodManifest,
  type Requirement,
} from './manifests.ts';

/** What a peer can be asked about: a running pod, or an address that is no pod. */
export type Place =
  | { readonly kind: 'pod'; readonly pod: PodManifest }
  | { readonly kind: 'address'; readonly address: Address };

/** `maybe` is a match that the manifests leave open. */
export type Truth = 'no' | 'maybe' | 'yes';

export interface World {
  readonly objects: readonly Manifest[];
  readonly options: OracleOptions;
}

/** Where a pod can never have its address: loopback, link-local, multicast, reserved, unspecified. */
const NEVER_A_POD = [
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '::1/128',
  'fe80::/10',
  'ff00::/8',
].map(parseCidr);

export function peerMatches(world: World, policyNamespace: string, peer: Peer, place: Place): Truth {
  if (peer.ipBlock) {
    return place.kind === 'address'
      ? truth(blockHolds(peer.ipBlock, place.address))
      : blockMatchesPod(world.options, peer.ipBlock, place.pod);
  }
  if (place.kind === 'address' || place.pod.spec.hostNetwork === true) {
    return 'no';
  }
  const namespace = namespaceOf(place.pod);
  const namespaceFits = peer.namespaceSelector
    ? selectorMatches(peer.namespaceSelector, namespaceLabels(world.objects, namespace))
    : namespace === policyNamespace;
  const podFits = peer.podSelector ? selectorMatches(peer.podSelector, place.pod.metadata.labels ?? {}) : true;
  return truth(namespaceFits && podFits);
}

/** `networks` speaks about pods as well, by their addresses, as an ipBlock does. */
export function clusterPeerMatches(world: World, peer: ClusterPeer, place: Place): Truth {
  if (peer.networks !== undefined) {
    return peer.networks.map((cidr) => peerMatches(world, '', { ipBlock: { cidr } }, place)).reduce(either, 'no');
  }
  return truth(place.kind === 'pod' && subjectSelects(world, peer, place.pod));
}

/** Pods of the host network are never selected. */
export function subjectSelects({ objects }: World, { namespaces, pods }: Subject, pod: PodManifest): boolean {
  const labels = namespaceLabels(objects, namespaceOf(pod));
  if (pod.spec.hostNetwork === true) {
    return false;
  }
  if (pods !== undefined) {
    return (
      selectorMatches(pods.namespaceSelector ?? {}, labels) &&
      selectorMatches(pods.podSelector, pod.metadata.labels ?? {})
    );
  }
  return namespaces !== undefined && selectorMatches(namespaces, labels);
}

export function either(a: Truth, b: Truth): Truth {
  return a === 'yes' || b === 'yes' ? 'yes' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'no';
}

export function selectorMatches(selector: LabelSelector, labels: Labels): boolean {
  const pairs = Object.entries(selector.matchLabels ?? {});
  const requirements = selector.matchExpressions ?? [];
  return (
    pairs.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value) &&
    requirements.every((requirement) => requirementMatches(requirement, labels))
  );
}

function requirementMatches({ key, operator, values }: Requirement, labels: Labels): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && (values ?? []).includes(value);
    case 'NotIn':
      return value === undefined || !(values ?? []).includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
  }
}

function namespaceLabels(objects: readonly Manifest[], name: string): Labels {
  const manifest = objects.find((object) => object.kind === 'Namespace' && object.metadata.name === name);
  return { ...manifest?.metadata.labels, 'kubernetes.io/metadata.name': name };
}

function blockMatchesPod(options: OracleOptions, block: IpBlock, pod: PodManifest): Truth {
  if (options.ipBlockPods === 'ignore') {
    return 'no';
  }
  const shown = shownAddresses(pod);
  if (shown.length > 0) {
    return truth(shown.some((address) => blockHolds(block, address)));
  }
  return blockCanHoldAPod(block) ? 'maybe' : 'no';
}

function shownAddresses(pod: PodManifest): readonly Address[] {
  const { podIP, podIPs, hostIP, hostIPs } = pod.status ?? {};
  const own = [podIP, ...(podIPs ?? []).map(({ ip }) => ip)];
  const host = pod.spec.hostNetwork === true ? [hostIP, ...(hostIPs ?? []).map(({ ip }) => ip)] : [];
  return [...own, ...host].flatMap((text) => (text ? [parseAddress(text)] : []));
}

function blockHolds({ cidr, except }: IpBlock, address: Address): boolean {
  return isInside(address, parseCidr(cidr)) && !(except ?? []).some((hole) => isInside(address, parseCidr(hole)));
}

/** If any address is left, the lowest one left is the first of the block or follows the last of something taken out. */
function blockCanHoldAPod(block: IpBlock): boolean {
  const { family, first } = parseCidr(block.cidr);
  const takenOut = [...(block.except ?? []).map(parseCidr), ...NEVER_A_POD].filter((out) => out.family === family);
  return [first, ...takenOut.map(({ last }) => last + 1n)]
    .map((value) => ({ family, value }))
    .some((address) => blockHolds(block, address) && !takenOut.some((out) => isInside(address, out)));
}

function truth(value: boolean): Truth {
  return value ? 'yes' : 'no';
}
