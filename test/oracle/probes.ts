/**
 * The packets worth asking about: at every border that a manifest draws, one step before it, on it and one step beyond. A
 * difference between two evaluators shows at a border or nowhere, so a bounded sample of these stands for all packets.
 */
import { type Address, formatAddress, parseAddress, parseCidr, widthOf } from './address.ts';
import type { End, Flow } from './flow.ts';
import {
  hasFinished,
  type IpBlock,
  type Manifest,
  namespaceOf,
  type Peer,
  type PodManifest,
  type PolicyManifest,
  type PolicyRule,
} from './manifests.ts';

type Packet = Pick<Flow, 'protocol' | 'port'>;
type Pair = readonly [from: End, to: End];

const PLAIN_PORTS = [1, 22, 65535];
const PLAIN_ADDRESSES = ['198.51.100.7', '2001:db8:ffff::7'];
const NO_PORT: Packet = { protocol: 'other', port: 0 };

/** At most `limit` flows (about: one more per share), the same for the same cluster. */
export function probes(cluster: readonly Manifest[], limit = 1500): readonly Flow[] {
  const pods = cluster.filter((object) => object.kind === 'Pod').filter((pod) => !hasFinished(pod));
  const policies = cluster.filter((object) => object.kind === 'NetworkPolicy');
  const inside = pods.map((pod): End => ({ pod: `${namespaceOf(pod)}/${pod.metadata.name}` }));
  const outside = interestingAddresses(pods, policies).map((address): End => ({ address }));
  const withPorts = interestingPorts(pods, policies).flatMap((port): readonly Packet[] => [
    { protocol: 'TCP', port },
    { protocol: 'UDP', port },
    { protocol: 'SCTP', port },
  ]);
  const within = inside.flatMap((from) => inside.map((to): Pair => [from, to]));
  const across = inside.flatMap((pod) =>
    outside.flatMap((end): readonly Pair[] => [
      [pod, end],
      [end, pod],
    ]),
  );
  // Pods are few and addresses many: each kind of pair gets its share, or the addresses would drown the pods.
  return [
    ...sample(within, withPorts, Math.floor(limit * 0.5)),
    ...sample(across, withPorts, Math.floor(limit * 0.4)),
    ...sample([...within, ...across], [NO_PORT], Math.floor(limit * 0.1)),
  ];
}

/** Steps through all combinations by the golden ratio, which spreads any number of steps evenly and repeats none. */
function sample(pairs: readonly Pair[], packets: readonly Packet[], limit: number): readonly Flow[] {
  const total = pairs.length * packets.length;
  const step = coprimeNear(Math.round(total * 0.618), total);
  return Array.from({ length: Math.min(limit, total) }, (_, count) => (count * step) % total).flatMap((index) => {
    const pair = pairs[Math.floor(index / packets.length)];
    const packet = packets[index % packets.length];
    return pair && packet ? [{ from: pair[0], to: pair[1], ...packet }] : [];
  });
}

function coprimeNear(start: number, total: number): number {
  let step = Math.max(1, start);
  while (commonDivisor(step, total) > 1) {
    step += 1;
  }
  return step;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function interestingPorts(pods: readonly PodManifest[], policies: readonly PolicyManifest[]): readonly number[] {
  const declared = pods
    .flatMap(({ spec }) => [...spec.containers, ...(spec.initContainers ?? [])])
    .flatMap((container) => container.ports ?? [])
    .map((port) => port.containerPort);
  const written = policies
    .flatMap(rulesOf)
    .flatMap((rule) => rule.ports ?? [])
    .flatMap((entry) => [entry.port, entry.endPort])
    .filter((port) => typeof port === 'number');
  const around = [...declared, ...written].flatMap((port) => [port - 1, port, port + 1]);
  return [...new Set([...around, ...PLAIN_PORTS])].filter((port) => port >= 1 && port <= 65535);
}

/** One address of a pod is among them: asked about as an outside address, it must not be taken for the pod. */
function interestingAddresses(pods: readonly PodManifest[], policies: readonly PolicyManifest[]): readonly string[] {
  const blocks = policies
    .flatMap(rulesOf)
    .flatMap((rule): readonly Peer[] => [...(rule.from ?? []), ...(rule.to ?? [])])
    .flatMap(({ ipBlock }) => (ipBlock ? [ipBlock] : []));
  const shown = pods.flatMap((pod) => pod.status?.podIP ?? []).slice(0, 1);
  return [...new Set([...PLAIN_ADDRESSES, ...shown, ...blocks.flatMap(bordersOf)])];
}

function bordersOf({ cidr, except }: IpBlock): readonly string[] {
  return [cidr, ...(except ?? [])].flatMap((text) => {
    const { family, first, last } = parseCidr(text);
    return [first - 1n, first, last, last + 1n]
      .filter((value) => value >= 0n && value < 1n << BigInt(widthOf(family)))
      .map((value): Address => ({ family, value }))
      .map(formatAddress)
      .map((address) => formatAddress(parseAddress(address)));
  });
}

function rulesOf({ spec }: PolicyManifest): readonly PolicyRule[] {
  return [...(spec?.ingress ?? []), ...(spec?.egress ?? [])];
}
