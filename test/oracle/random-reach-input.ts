/**
 * Random endpoints under random stacks, as they are handed to the engine: ways beside each other, and pods of which the
 * value of a label, the node or the address is not shown, or whether there are more labels.
 */
import fc from 'fast-check';
import type { Address } from '../../src/algebra/cidr.ts';
import type { Endpoint, NamedPort } from '../../src/policy/endpoint.ts';
import { NODE_LABEL, OpenLabels } from '../../src/policy/labels.ts';
import type { Way } from '../../src/policy/way.ts';
import { endpoint } from '../support/endpoints.ts';
import type { DenseEntry } from './dense/node.ts';
import type { ReachInput } from './dense/reach.ts';
import { orAbsent, rarely } from './random-shapes.ts';
import { RARE, randomOpening, randomPeer, randomPorts, randomStack, TEN, VALUES } from './random-stacks.ts';

const value = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const labels = (keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: keys.length });

const podLabels = fc
  .tuple(
    labels(['app', 'tier']),
    fc.oneof({ weight: 24, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value }),
  )
  .map(([usual, rare]) => (rare === undefined ? usual : { ...usual, [RARE]: rare }));

const port: fc.Arbitrary<NamedPort> = fc.record({
  name: fc.constantFrom('http', 'dns'),
  protocol: fc.constantFrom('TCP', 'TCP', 'UDP'),
  port: fc.constantFrom(80, 81, 53),
});
const address = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: 4 }).map((n): Address => ({ family: 'IPv4', value: TEN + n })) },
  {
    weight: 1,
    arbitrary: fc.nat({ max: 6 }).map((n): Address => ({ family: 'IPv6', value: (1n << 120n) + BigInt(n) })),
  },
);

interface PodSketch {
  readonly labels: Readonly<Record<string, string | null>>;
  readonly node: string | null;
  readonly ports: readonly NamedPort[];
  readonly addresses: readonly Address[];
  readonly hostNetwork: boolean;
  readonly workload: number;
}

const pod = (workloads: number): fc.Arbitrary<PodSketch> =>
  fc.record({
    labels: podLabels,
    node: fc.constantFrom('n1', 'n2', null),
    ports: fc.array(port, { maxLength: 2 }),
    addresses: fc.oneof(fc.constant([]), fc.array(address, { minLength: 1, maxLength: 2 })),
    hostNetwork: rarely(5),
    workload: fc.nat({ max: workloads - 1 }),
  });

const namespace = fc.oneof(
  { weight: 2, arbitrary: labels(['team']) },
  { weight: 1, arbitrary: fc.constant({ team: null }) },
  { weight: 1, arbitrary: fc.constant({}) },
);

const entry = fc.record({
  placed: fc.boolean(),
  labels: labels(['app']),
  namespaceLabels: labels(['team']),
  open: fc.boolean(),
});

/** A handful of pods, some of one workload. */
export const randomReachInput: fc.Arbitrary<ReachInput> = reachInput(fc.array(pod(6), { minLength: 1, maxLength: 6 }));

/** So many pods that nothing about them can be asked one by one. */
export const wideReachInput: fc.Arbitrary<ReachInput> = reachInput(
  fc.array(pod(120), { minLength: 80, maxLength: 160, size: 'max' }),
);

function reachInput(pods: fc.Arbitrary<readonly PodSketch[]>): fc.Arbitrary<ReachInput> {
  return fc
    .record({
      namespaces: fc.array(namespace, { minLength: 1, maxLength: 2 }),
      pods,
      stacks: fc.array(randomStack, { minLength: 1, maxLength: 2 }),
      entry: orAbsent(entry),
      openings: fc.array(randomOpening, { maxLength: 2 }),
      targets: fc.array(fc.record({ to: randomPeer, ports: randomPorts }), { maxLength: 1 }),
    })
    .map(({ stacks, entry: controller, openings, targets, ...sketch }) => {
      const [first] = stacks;
      const ways = stacks.map((stack): Way => ({ via: 'pod', stack }));
      const endpoints = sketch.pods.map((one, i) => buildEndpoint(one, i, sketch.namespaces));
      if (!controller || !first) return { endpoints, ways, targets };
      const entryWay: Way = { via: 'entry', stack: first, openings };
      return { endpoints, ways: [...ways, entryWay], targets, entries: [buildEntry(controller)] };
    });
}

/** Pods of one workload are in one namespace, and some have the workload's number in common. */
function buildEndpoint(
  sketch: PodSketch,
  index: number,
  namespaces: readonly Readonly<Record<string, string | null>>[],
): Endpoint {
  const home = sketch.workload % namespaces.length;
  const workload = `ns${home}/w${sketch.workload}[Deployment]`;
  return endpoint(`ns${home}/w${sketch.workload}`, {
    id: workload,
    workload,
    kind: 'Deployment',
    labels: new Map([...Object.entries(sketch.labels), [NODE_LABEL, sketch.node]]),
    namespaceLabels: new Map([['kubernetes.io/metadata.name', `ns${home}`], ...Object.entries(namespaces[home] ?? {})]),
    ports: sketch.ports,
    addresses: sketch.addresses,
    hostNetwork: sketch.hostNetwork,
    pods: [`p${index}`],
  });
}

function buildEntry({
  placed,
  labels: own,
  namespaceLabels,
  open,
}: typeof entry extends fc.Arbitrary<infer T> ? T : never): DenseEntry {
  const make = (fields: Readonly<Record<string, string | null>>) =>
    open ? new OpenLabels(Object.entries(fields)) : new Map(Object.entries(fields));
  const id = '@ingress-controller';
  return {
    kind: 'entry',
    placed,
    endpoint: {
      ...endpoint('/controller'),
      id,
      workload: id,
      labels: make(own),
      namespaceLabels: make(namespaceLabels),
      pods: [],
    },
  };
}
