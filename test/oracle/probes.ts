/**
 * The packets worth asking about: between all pods and to and from addresses, at every border that a manifest draws. A
 * difference between two evaluators shows at a border or nowhere, so a bounded sample of these stands for all packets.
 */
import { interestingAddresses, interestingPorts } from './borders.ts';
import type { End, Flow, ServiceEnd, ServiceFlow } from './flow.ts';
import { hasFinished, type Manifest, namespaceOf, type TransportProtocol } from './manifests.ts';

export type Packet = Pick<Flow, 'protocol' | 'port'>;
type Pair<To = End> = readonly [from: End, to: To];

const PROTOCOLS: readonly TransportProtocol[] = ['TCP', 'UDP', 'SCTP'];
const NO_PORT: Packet = { protocol: 'other', port: 0 };

/** At most `limit` flows (about: one more per share), the same for the same cluster. */
export function probes(cluster: readonly Manifest[], limit = 1500): readonly Flow[] {
  const inside = podsOf(cluster);
  const outside = interestingAddresses(cluster).map((address): End => ({ address }));
  const withPorts = packetsAt(interestingPorts(cluster));
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

/** At most `limit` flows from pods to Services: of each Service half at the ports that it has, half anywhere. */
export function serviceProbes(cluster: readonly Manifest[], limit: number): readonly ServiceFlow[] {
  const clients = podsOf(cluster);
  const anywhere = packetsAt(interestingPorts(cluster));
  const services = cluster.filter((object) => object.kind === 'Service');
  return services.flatMap(({ metadata, spec }, _, { length }) => {
    const to: ServiceEnd = { service: `${metadata.namespace ?? 'default'}/${metadata.name}` };
    const pairs = clients.map((from): Pair<ServiceEnd> => [from, to]);
    const own = (spec.ports ?? []).map(({ protocol = 'TCP', port }): Packet => ({ protocol, port }));
    const half = Math.floor(limit / length / 2);
    return [...sample(pairs, own, half), ...sample(pairs, anywhere, half)];
  });
}

function podsOf(cluster: readonly Manifest[]): readonly End[] {
  return cluster
    .filter((object) => object.kind === 'Pod')
    .filter((pod) => !hasFinished(pod))
    .map((pod) => ({ pod: `${namespaceOf(pod)}/${pod.metadata.name}` }));
}

function packetsAt(ports: readonly number[]): readonly Packet[] {
  return ports.flatMap((port) => PROTOCOLS.map((protocol): Packet => ({ protocol, port })));
}

type Asked<To> = Packet & { readonly from: End; readonly to: To };

/** Every packet at a border that the manifests draw. */
export function borderPackets(cluster: readonly Manifest[]): readonly Packet[] {
  return [...packetsAt(interestingPorts(cluster)), NO_PORT];
}

/** At most `limit` numbers below `total`, by steps of the golden ratio: evenly spread at any limit, and none twice. */
export function spread(total: number, limit: number): readonly number[] {
  const step = coprimeNear(Math.round(total * 0.618), total);
  return Array.from({ length: Math.min(limit, total) }, (_, count) => (count * step) % total);
}

function sample<To>(pairs: readonly Pair<To>[], packets: readonly Packet[], limit: number): readonly Asked<To>[] {
  return spread(pairs.length * packets.length, limit).flatMap((index) => {
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
