/**
 * Random NetworkPolicies in every shape the API server accepts: fields absent, null, empty and filled, with peers of all
 * four kinds and ports by number, range and name.
 */
import fc from 'fast-check';
import type { Peer, PolicyPort, PolicyRule, PolicySpec, TransportProtocol } from './manifests.ts';
import { ipBlock } from './random-blocks.ts';
import { namespaceSelector, podSelector } from './random-labels.ts';
import { listOf, orAbsent, rarely, shape } from './random-shapes.ts';

export interface PolicySketch {
  readonly namespace: number;
  readonly spec: PolicySpec | null | undefined;
}

type Field<T> = T | null | undefined;

const protocol = fc.constantFrom<Field<TransportProtocol>>(undefined, undefined, 'TCP', 'UDP', 'SCTP', null);
const number = fc.constantFrom(80, 81, 53, 79, 443, 8080, 1, 65535);

const policyPort: fc.Arbitrary<PolicyPort> = fc.oneof(
  { weight: 1, arbitrary: shape({ protocol, port: fc.constantFrom(undefined, undefined, null) }) },
  { weight: 4, arbitrary: shape({ protocol, port: number }) },
  { weight: 5, arbitrary: shape({ protocol, port: fc.constantFrom('http', 'http', 'dns', 'web', 'nobody') }) },
  {
    weight: 2,
    arbitrary: fc
      .record({ protocol, port: number, more: fc.constantFrom(0, 1, 2, 400, 65535) }, { noNullPrototype: true })
      .map(({ protocol: named, port, more }) => ({
        ...(named !== undefined && { protocol: named }),
        port,
        endPort: Math.min(65535, port + more),
      })),
  },
);

export const randomPeer: fc.Arbitrary<Peer> = fc.oneof(
  { weight: 3, arbitrary: shape({ podSelector, namespaceSelector: fc.constantFrom(undefined, undefined, null) }) },
  { weight: 3, arbitrary: shape({ namespaceSelector, podSelector: fc.constantFrom(undefined, undefined, null) }) },
  { weight: 3, arbitrary: shape({ namespaceSelector, podSelector }) },
  { weight: 4, arbitrary: shape({ ipBlock, podSelector: fc.constantFrom(undefined, undefined, undefined, null) }) },
);

function rules(side: 'from' | 'to'): fc.Arbitrary<Field<readonly PolicyRule[]>> {
  const rule = shape<{ peers: Field<readonly Peer[]>; ports: Field<readonly PolicyPort[]> }>({
    peers: listOf(randomPeer, 3),
    ports: listOf(policyPort, 3),
  });
  return listOf(
    rule.map(({ peers, ...rest }): PolicyRule => (peers === undefined ? rest : { [side]: peers, ...rest })),
    2,
  );
}

const policyTypes = fc.constantFrom<Field<readonly ('Ingress' | 'Egress')[]>>(
  undefined,
  ['Ingress'],
  ['Egress'],
  ['Ingress', 'Egress'],
  [],
  null,
  ['Egress', 'Ingress'],
  ['Egress', 'Egress'],
);

const spec: fc.Arbitrary<PolicySpec> = shape<{
  podSelector: PolicySpec['podSelector'] | undefined;
  policyTypes: PolicySpec['policyTypes'] | undefined;
  ingress: PolicySpec['ingress'] | undefined;
  egress: PolicySpec['egress'] | undefined;
}>({
  podSelector: fc.oneof(
    { weight: 2, arbitrary: podSelector },
    { weight: 1, arbitrary: fc.constantFrom({}, undefined, null) },
  ),
  policyTypes,
  ingress: rules('from'),
  egress: orAbsent(rules('to'), 3),
});

export const policySketch: fc.Arbitrary<PolicySketch> = fc
  .record({ namespace: fc.nat({ max: 3 }), spec, bare: rarely(30) })
  .map(({ bare, ...sketch }) => (bare ? { ...sketch, spec: undefined } : sketch));
