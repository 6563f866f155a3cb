/**
 * Random policies of the whole cluster, of both API versions, as the API server accepts them: exactly one field where there
 * must be one, no nulls, no names beside networks. Priorities and ports come from alphabets so small that policies share a
 * number and ranges cut each other.
 */
import fc from 'fast-check';
import type {
  AdminPort,
  AdminRule,
  ClusterNetworkRule,
  ClusterPeer,
  ClusterPolicyManifest,
  DestinationPort,
  PortRange,
  ProtocolEntry,
  Subject,
} from './cluster-policy-manifests.ts';
import type { LabelSelector, TransportProtocol } from './manifests.ts';
import { ipBlock } from './random-blocks.ts';
import { namespaceSelector, podSelector } from './random-labels.ts';
import { orAbsent, rarely, shape } from './random-shapes.ts';

const GROUP = 'policy.networking.k8s.io';

const names = fc.constantFrom('http', 'http', 'dns', 'web', 'nobody');
const number = fc.constantFrom(80, 81, 53, 79, 443, 8080, 1, 65535);
const range: fc.Arbitrary<PortRange> = fc
  .record({ start: fc.constantFrom(1, 53, 79, 80, 81, 65534), more: fc.constantFrom(1, 2, 27, 65535) })
  .map(({ start, more }) => ({ start, end: Math.min(65535, start + more) }));
const protocol = fc.constantFrom<TransportProtocol | undefined>(undefined, 'TCP', 'UDP', 'SCTP');

const oldNumbers: fc.Arbitrary<AdminPort> = fc.oneof(
  { weight: 3, arbitrary: shape({ protocol, port: number }).map((portNumber) => ({ portNumber })) },
  {
    weight: 3,
    arbitrary: fc.tuple(protocol, range, rarely(6)).map(([named, { start, end }, single]) => ({
      // Only v1alpha2 insists on a range of more than one port.
      portRange: { ...(named !== undefined && { protocol: named }), start, end: single ? start : end },
    })),
  },
);
const oldNames: fc.Arbitrary<AdminPort> = names.map((namedPort) => ({ namedPort }));

const destinationPort: fc.Arbitrary<DestinationPort> = fc.oneof(
  number.map((port) => ({ destinationPort: { number: port } })),
  range.map((ports) => ({ destinationPort: { range: ports } })),
);
const newNumbers: fc.Arbitrary<ProtocolEntry> = fc.oneof(
  { weight: 3, arbitrary: destinationPort.map((tcp) => ({ tcp })) },
  { weight: 1, arbitrary: destinationPort.map((udp) => ({ udp })) },
  { weight: 1, arbitrary: destinationPort.map((sctp) => ({ sctp })) },
);
const newNames: fc.Arbitrary<ProtocolEntry> = names.map((destinationNamedPort) => ({ destinationNamedPort }));

const pods = namespaceSelector.chain((inNamespaces) =>
  podSelector.map((podsOf) => ({ namespaceSelector: full(inNamespaces), podSelector: full(podsOf) })),
);
/** v1alpha2 takes a missing namespaceSelector for an empty one. */
const podsAnywhere = podSelector.map((podsOf) => ({ podSelector: full(podsOf) }));

const oldSubject = subject(pods);
const newSubject = subject(fc.oneof({ weight: 3, arbitrary: pods }, { weight: 1, arbitrary: podsAnywhere }));

const cidr = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('0.0.0.0/0', '0.0.0.0/0', '::/0', '0.0.0.0/1') },
  // v1alpha1 refuses an IPv6 address that is written with an IPv4 tail.
  {
    weight: 1,
    arbitrary: ipBlock.map((block) => block.cidr).filter((text) => text.includes(':') !== text.includes('.')),
  },
);
const networks: fc.Arbitrary<ClusterPeer> = fc
  .uniqueArray(cidr, { minLength: 1, maxLength: 3 })
  .map((cidrs) => ({ networks: cidrs }));

const priority = fc.constantFrom(5, 5, 5, 5, 10, 0, 1000);
const oldAction = fc.constantFrom('Allow', 'Deny', 'Pass');
const newAction = fc.constantFrom('Accept', 'Deny', 'Pass');

const adminPolicy = specOf(oldSubject, oldRule(oldAction)).chain((spec) =>
  priority.map((found) => ({
    apiVersion: `${GROUP}/v1alpha1` as const,
    kind: 'AdminNetworkPolicy' as const,
    spec: { ...spec, priority: found },
  })),
);

const baselinePolicy = specOf(oldSubject, oldRule(fc.constantFrom('Allow', 'Deny'))).map((spec) => ({
  apiVersion: `${GROUP}/v1alpha1` as const,
  kind: 'BaselineAdminNetworkPolicy' as const,
  metadata: { name: 'default' },
  spec,
}));

const clusterNetworkPolicy = (tier: 'Admin' | 'Baseline') =>
  specOf(newSubject, newRule()).chain((spec) =>
    priority.map((found) => ({
      apiVersion: `${GROUP}/v1alpha2` as const,
      kind: 'ClusterNetworkPolicy' as const,
      spec: { ...spec, tier, priority: found },
    })),
  );

/** Up to four Admin policies, and either the one BaselineAdminNetworkPolicy or up to two Baseline policies of v1alpha2. */
export const clusterPolicies: fc.Arbitrary<readonly ClusterPolicyManifest[]> = fc
  .record({
    admin: fc.oneof(someAdmin(0, 1), someAdmin(2, 4), someAdmin(3, 4)),
    baseline: fc.oneof(
      fc.array(baselinePolicy, { maxLength: 1 }),
      fc.array(clusterNetworkPolicy('Baseline'), { maxLength: 2 }),
    ),
  })
  .map(({ admin, baseline }) =>
    [...admin, ...baseline].map((policy, index) => ({ metadata: { name: `cluster-${index}` }, ...policy })),
  );

/** Policies of one number only meet where there are several. */
function someAdmin(minLength: number, maxLength: number) {
  return fc.array(fc.oneof(adminPolicy, clusterNetworkPolicy('Admin')), { minLength, maxLength });
}

function subject(selected: fc.Arbitrary<NonNullable<Subject['pods']>>): fc.Arbitrary<Subject> {
  // Wide ones often, or the policies of a cluster would hardly ever meet.
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({ namespaces: {} }) },
    { weight: 2, arbitrary: namespaceSelector.map((selector) => ({ namespaces: full(selector) })) },
    { weight: 3, arbitrary: selected.map((found) => ({ pods: found })) },
  );
}

function specOf<R>(who: fc.Arbitrary<Subject>, rule: (side: 'from' | 'to') => fc.Arbitrary<R>) {
  return shape<{ subject: Subject; ingress: readonly R[] | undefined; egress: readonly R[] | undefined }>({
    subject: who,
    ingress: orAbsent(fc.array(rule('from'), { maxLength: 3 }), 2),
    egress: orAbsent(fc.array(rule('to'), { maxLength: 3 }), 2),
  });
}

function oldRule<A extends string>(action: fc.Arbitrary<A>) {
  return (side: 'from' | 'to'): fc.Arbitrary<AdminRule<A>> =>
    matched(side, oldSubject, oldNumbers, oldNames).chain(({ peers, ports }) =>
      action.map((found) => ({ action: found, [side]: peers, ...(ports !== undefined && { ports }) })),
    );
}

function newRule() {
  return (side: 'from' | 'to'): fc.Arbitrary<ClusterNetworkRule> =>
    matched(side, newSubject, newNumbers, newNames).chain(({ peers, ports }) =>
      newAction.map((found) => ({ action: found, [side]: peers, ...(ports !== undefined && { protocols: ports }) })),
    );
}

/** What a rule matches: with networks among its peers it has no port names, for those have none. */
function matched<P>(
  side: 'from' | 'to',
  selected: fc.Arbitrary<Subject>,
  numbers: fc.Arbitrary<P>,
  named: fc.Arbitrary<P>,
) {
  const some = (entry: fc.Arbitrary<P>) => orAbsent(fc.array(entry, { minLength: 1, maxLength: 3 }), 6);
  const listed = (peer: fc.Arbitrary<ClusterPeer>) => fc.array(peer, { minLength: 1, maxLength: 2 });
  const within = fc.record({ peers: listed(selected), ports: some(fc.oneof(numbers, named)) });
  const anywhere = fc.record({ peers: listed(fc.oneof(selected, networks)), ports: some(numbers) });
  return side === 'from' ? within : fc.oneof({ weight: 1, arbitrary: within }, { weight: 2, arbitrary: anywhere });
}

/** Custom resources know no null. */
function full(selector: LabelSelector): LabelSelector {
  return JSON.parse(JSON.stringify(selector), (_, value) => (value === null ? undefined : value)) as LabelSelector;
}
