import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALL,
  type ConnectionSet,
  connectionKey,
  connectionParts,
  equal,
  formatConnections,
  intersect,
  isEmpty,
  MAX_PORT,
  NONE,
  OTHER_PROTOCOLS,
  PROTOCOLS,
  portRange,
  portsByProtocol,
  subtract,
  union,
  unionAll,
} from '../../src/algebra/connection-set.ts';

const protocol = fc.constantFrom(...PROTOCOLS);
/** Few ports, at the ends of the line and near each other, so that sets often meet. */
const port = fc.constantFrom(1, 2, 3, 79, 80, 81, 443, MAX_PORT - 1, MAX_PORT);
const range = fc.tuple(protocol, port, port).map(([p, a, b]) => portRange(p, Math.min(a, b), Math.max(a, b)));
const set: fc.Arbitrary<ConnectionSet> = fc
  .array(fc.oneof({ weight: 6, arbitrary: range }, { weight: 1, arbitrary: fc.constantFrom(OTHER_PROTOCOLS, ALL) }), {
    maxLength: 5,
  })
  .map(unionAll);

const complement = (a: ConnectionSet) => subtract(ALL, a);

describe('connection sets are a Boolean algebra', () => {
  it.each([
    ['union', union],
    ['intersection', intersect],
  ])('%s is commutative, associative and idempotent', (_name, op) => {
    fc.assert(
      fc.property(set, set, set, (a, b, c) => {
        expect(op(a, b)).toEqual(op(b, a));
        expect(op(a, op(b, c))).toEqual(op(op(a, b), c));
        expect(op(a, a)).toEqual(a);
      }),
    );
  });

  it('each of union and intersection distributes over the other, and absorbs it', () => {
    fc.assert(
      fc.property(set, set, set, (a, b, c) => {
        expect(intersect(a, union(b, c))).toEqual(union(intersect(a, b), intersect(a, c)));
        expect(union(a, intersect(b, c))).toEqual(intersect(union(a, b), union(a, c)));
        expect(union(a, intersect(a, b))).toEqual(a);
        expect(intersect(a, union(a, b))).toEqual(a);
      }),
    );
  });

  it('NONE and ALL are neutral, and a set and its complement make them', () => {
    fc.assert(
      fc.property(set, (a) => {
        expect(union(a, NONE)).toEqual(a);
        expect(intersect(a, ALL)).toEqual(a);
        expect(union(a, complement(a))).toEqual(ALL);
        expect(intersect(a, complement(a))).toEqual(NONE);
        expect(complement(complement(a))).toEqual(a);
      }),
    );
  });

  it('De Morgan holds over ALL', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(complement(union(a, b))).toEqual(intersect(complement(a), complement(b)));
        expect(complement(intersect(a, b))).toEqual(union(complement(a), complement(b)));
      }),
    );
  });

  it('a minus b is a without what b has', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(subtract(a, b)).toEqual(intersect(a, complement(b)));
      }),
    );
  });

  it('the union of many is the same in any order', () => {
    fc.assert(
      fc.property(fc.array(set, { maxLength: 5 }), (sets) => {
        expect(unionAll(sets)).toEqual(sets.reduce(union, NONE));
        expect(unionAll(sets.toReversed())).toEqual(unionAll(sets));
      }),
    );
  });
});

describe('the form of a set', () => {
  it('is one per set: equal keys, equal sets and equal lists go together', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const same = isEmpty(subtract(a, b)) && isEmpty(subtract(b, a));
        expect(equal(a, b)).toBe(same);
        expect(connectionKey(a) === connectionKey(b)).toBe(same);
        expect(formatConnections(a) === formatConnections(b)).toBe(same);
      }),
    );
  });

  it('never has an interval that crosses from one protocol to the next', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        for (const part of connectionParts(union(subtract(a, b), intersect(a, b)))) {
          if (part.protocol === 'other') continue;
          expect(part.first).toBeGreaterThanOrEqual(1);
          expect(part.last).toBeLessThanOrEqual(MAX_PORT);
          expect(part.first).toBeLessThanOrEqual(part.last);
        }
      }),
    );
  });

  it('can be made again from its parts', () => {
    fc.assert(
      fc.property(set, (a) => {
        const parts = connectionParts(a).map((p) =>
          p.protocol === 'other' ? OTHER_PROTOCOLS : portRange(p.protocol, p.first, p.last),
        );
        expect(unionAll(parts)).toEqual(a);
      }),
    );
  });
});

describe('ports outside 1-65535', () => {
  it.each([
    [0, 0, NONE],
    [-5, 80, portRange('UDP', 1, 80)],
    [65000, 70000, portRange('UDP', 65000, 65535)],
    [65536, 65536, NONE],
    [81, 80, NONE],
  ])('are cut away from %i-%i', (first, last, expected) => {
    expect(portRange('UDP', first, last)).toEqual(expected);
  });
});

describe('a set is written', () => {
  it.each([
    [NONE, 'nothing'],
    [ALL, 'all'],
    [OTHER_PROTOCOLS, 'other'],
    [portRange('TCP', 80, 80), 'TCP 80'],
    [unionAll([portRange('TCP', 80, 81), portRange('TCP', 82, 82)]), 'TCP 80-82'],
    [unionAll([portRange('UDP', 53, 53), portRange('TCP', 443, 443), portRange('TCP', 80, 80)]), 'TCP 80,443; UDP 53'],
    [subtract(ALL, portRange('TCP', 22, 22)), 'TCP 1-21,23-65535; UDP 1-65535; SCTP 1-65535; other'],
    [portRange('SCTP', 1, MAX_PORT), 'SCTP 1-65535'],
  ])('case %#: %j as %s', (connections, text) => {
    expect(formatConnections(connections)).toBe(text);
  });

  it('per protocol in a fixed order, with every other protocol as `other`', () => {
    const connections = unionAll([OTHER_PROTOCOLS, portRange('SCTP', 9, 9), portRange('TCP', 8000, 8080)]);
    expect([...portsByProtocol(connections)]).toEqual([
      ['TCP', '8000-8080'],
      ['SCTP', '9'],
      ['other', 'all'],
    ]);
  });

  it('the same number of two protocols is two connections', () => {
    expect(isEmpty(intersect(portRange('TCP', 53, 53), portRange('UDP', 53, 53)))).toBe(true);
  });
});
