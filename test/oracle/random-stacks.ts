/**
 * Random policy stacks, made directly in the terms of `src/policy`, for what no manifest of today says: several layers
 * and tiers, ends of either action, and peers that are unknown within a selector or outside.
 */
import fc from 'fast-check';
import type { AddressSet } from '../../src/algebra/address-set.ts';
import { ALL, type ConnectionSet, OTHER_PROTOCOLS, portRange, unionAll } from '../../src/algebra/connection-set.ts';
import { NODE_LABEL } from '../../src/policy/labels.ts';
import type { Direction, Peer, Policy, PortName, PortSpec, Rule } from '../../src/policy/rule.ts';
import {
  ANYTHING,
  allOf,
  exists,
  isIn,
  not,
  type Predicate,
  type Selector,
  selector,
} from '../../src/policy/selector.ts';
import type { Layer, PolicyStack, Tier, TierEnd } from '../../src/policy/stack.ts';
import type { Opening } from '../../src/policy/way.ts';
import { ORIGIN } from '../support/endpoints.ts';
import { orAbsent, rarely } from './random-shapes.ts';

export const VALUES = ['x', 'y', ''];
/** A label that few pods have, so that a selector by it finds few among many. */
export const RARE = 'rare';
const direction = fc.constantFrom<Direction>('ingress', 'egress');

const literal = (keys: readonly string[]): fc.Arbitrary<Predicate> => {
  const key = fc.constantFrom(...keys);
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(key, fc.subarray(VALUES)).map(([k, values]) => isIn(k, values)) },
    { weight: 1, arbitrary: key.map(exists) },
  );
};

const predicate = (keys: readonly string[]): fc.Arbitrary<Predicate> =>
  fc
    .array(fc.tuple(literal(keys), rarely(3)), { maxLength: 2 })
    .chain((parts) => rarely(6).map((inverse) => conjunction(parts, inverse)));

function conjunction(parts: readonly (readonly [Predicate, boolean])[], inverse: boolean): Predicate {
  const all = allOf(parts.map(([part, negated]) => (negated ? not(part) : part)));
  return inverse && parts.length > 0 ? not(all) : all;
}

const onNode = fc.subarray(['n1', 'n2'], { minLength: 1 }).map((nodes) => isIn(NODE_LABEL, nodes));

const anySelector: fc.Arbitrary<Selector> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(selector(ANYTHING, ANYTHING)) },
  {
    weight: 6,
    arbitrary: fc.tuple(predicate(['team']), predicate(['app', 'tier', RARE])).map(([n, e]) => selector(n, e)),
  },
  { weight: 1, arbitrary: predicate(['app']).map((e) => selector(ANYTHING, e, 'hosts')) },
  {
    weight: 1,
    arbitrary: fc.tuple(onNode, fc.constantFrom('pods', 'hosts')).map(([e, over]) => selector(ANYTHING, e, over)),
  },
);

const v4 = (first: number, last: number): AddressSet => ({ v4: [{ first, last }], v6: [] });
/** 10.0.0.0 */
export const TEN = 10 * 2 ** 24;
const addressSet = fc.constantFrom<AddressSet>(
  { v4: [{ first: 0, last: 2 ** 32 - 1 }], v6: [] },
  { v4: [], v6: [{ first: 0n, last: (1n << 128n) - 1n }] },
  v4(TEN, TEN + 3),
  v4(TEN + 1, TEN + 2),
  v4(TEN + 2, TEN + 2),
  v4(0x7f00_0000, 0x7fff_ffff),
  {
    v4: [
      { first: TEN, last: TEN },
      { first: TEN + 3, last: TEN + 9 },
    ],
    v6: [{ first: 1n << 120n, last: (1n << 120n) + 5n }],
  },
  { v4: [], v6: [] },
);

export const randomPeer: fc.Arbitrary<Peer> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Peer>({ kind: 'any' }) },
  { weight: 6, arbitrary: anySelector.map((found): Peer => ({ kind: 'endpoints', selector: found })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(addressSet, fc.boolean())
      .map(([set, endpoints]): Peer => ({ kind: 'addresses', set, endpoints })),
  },
  {
    weight: 2,
    arbitrary: orAbsent(fc.oneof(fc.constant('outside' as const), anySelector), 3).map(
      (within): Peer => ({ kind: 'unknown', reason: 'nobody knows', ...(within !== undefined && { within }) }),
    ),
  },
);

const NUMBERS: readonly ConnectionSet[] = [
  ALL,
  ALL,
  portRange('TCP', 80, 80),
  portRange('TCP', 80, 90),
  portRange('TCP', 81, 65535),
  portRange('UDP', 1, 53),
  unionAll([portRange('TCP', 1, 79), portRange('SCTP', 80, 81), OTHER_PROTOCOLS]),
  [],
];

const portName: fc.Arbitrary<PortName> = fc.record({
  name: fc.constantFrom('http', 'dns'),
  protocol: fc.constantFrom('TCP', 'TCP', 'UDP'),
});

export const randomPorts: fc.Arbitrary<PortSpec> = fc.record({
  numbers: fc.constantFrom(...NUMBERS),
  names: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(portName, { maxLength: 2 }) },
  ),
});

const randomRule: fc.Arbitrary<Rule> = fc.record({
  subject: anySelector,
  direction,
  peers: fc.array(randomPeer, { maxLength: 2 }),
  ports: randomPorts,
  action: fc.constantFrom('allow', 'deny', 'pass'),
  index: fc.constant(0),
  origin: fc.constant(ORIGIN),
});

const randomPolicy: fc.Arbitrary<Policy> = fc
  .array(randomRule, { maxLength: 3 })
  .map((rules) => ({ kind: 'Test', name: 'test', origin: ORIGIN, rules }));

/** Ends of one tier agree in their action, as every dialect has it. */
const ends: fc.Arbitrary<readonly TierEnd[]> = fc
  .tuple(fc.constantFrom('allow', 'deny', 'deny'), fc.array(fc.tuple(anySelector, direction), { maxLength: 2 }))
  .map(([action, list]) =>
    list.map(([subject, side]): TierEnd => ({ subject, direction: side, action, policy: { ...ENDING } })),
  );
const ENDING: Policy = { kind: 'Test', name: 'ending', origin: ORIGIN, rules: [] };

const randomTier: fc.Arbitrary<Tier> = fc.record({
  name: fc.constant('test'),
  groups: fc.array(fc.array(randomPolicy, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
  ends,
});

/** A tier of one group that only allows, as NetworkPolicies are: engines treat it apart. */
const allowingTier: fc.Arbitrary<Tier> = fc
  .tuple(fc.array(randomPolicy, { minLength: 1, maxLength: 4 }), ends)
  .map(([policies, own]) => ({
    name: 'allowing',
    groups: [policies.map((p) => ({ ...p, rules: p.rules.map((rule) => ({ ...rule, action: 'allow' as const })) }))],
    ends: own.map((end) => ({ ...end, action: 'deny' as const })),
  }));

export const randomStack: fc.Arbitrary<PolicyStack> = fc
  .array(fc.array(fc.oneof(randomTier, allowingTier), { maxLength: 3 }), { maxLength: 2 })
  .map((layers) => ({ layers: layers.map((tiers, i): Layer => ({ name: `layer ${i}`, tiers })) }));

export const randomOpening: fc.Arbitrary<Opening> = fc.record({ to: randomPeer, ports: randomPorts }).map((target) => ({
  via: 'ingress',
  at: 'test/test:80',
  by: { kind: 'Ingress', namespace: 'test', name: 'test', origin: ORIGIN },
  hidesSource: false,
  ...target,
}));
