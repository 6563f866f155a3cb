import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALL,
  type ConnectionSet,
  connectionKey,
  intersect,
  NONE,
  OTHER_PROTOCOLS,
  PROTOCOLS,
  portRange,
  subtract,
  union,
  unionAll,
} from '../../src/algebra/connection-set.ts';
import { ALL_PORTS, NO_PORTS, PortSets, PortsSpent } from '../../src/engine/port-sets.ts';
import { underLimit } from '../support/limits.ts';

const anyRange = fc
  .record({
    protocol: fc.constantFrom(...PROTOCOLS),
    first: fc.integer({ min: 1, max: 60 }),
    size: fc.nat({ max: 20 }),
  })
  .map(({ protocol, first, size }) => portRange(protocol, first, first + size));
const edges = fc.constantFrom<ConnectionSet>(
  NONE,
  ALL,
  OTHER_PROTOCOLS,
  portRange('TCP', 65_530, 65_535),
  portRange('UDP', 1, 3),
);
const anySet = fc.array(fc.oneof(anyRange, edges), { maxLength: 5 }).map(unionAll);

describe('interned port sets', () => {
  it('have one number for equal sets and give the set back', () => {
    fc.assert(
      fc.property(fc.array(anySet, { maxLength: 30 }), (sets) => {
        const pool = new PortSets();
        const ids = sets.map((set) => pool.of(set));
        const distinct = new Set(sets.map(connectionKey));
        expect(new Set(ids).size).toBe(distinct.size);
        sets.forEach((set, i) => {
          expect(pool.show(ids[i] ?? -1)).toEqual(set);
        });
        for (const id of ids) expect(pool.of(pool.show(id))).toBe(id);
      }),
    );
  });

  it('unite, meet and differ as the sets do, asked once or again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anySet, anySet), { minLength: 1, maxLength: 20 }), (pairs) => {
        const pool = new PortSets();
        for (const [a, b] of [...pairs, ...pairs]) {
          const [x, y] = [pool.of(a), pool.of(b)];
          expect(pool.show(pool.union(x, y))).toEqual(union(a, b));
          expect(pool.show(pool.intersect(x, y))).toEqual(intersect(a, b));
          expect(pool.show(pool.subtract(x, y))).toEqual(subtract(a, b));
        }
      }),
    );
  });

  it('begin with nothing and everything', () => {
    const pool = new PortSets();
    expect(pool.of(NONE)).toBe(NO_PORTS);
    expect(pool.of(ALL)).toBe(ALL_PORTS);
    expect(pool.count).toBe(2);
  });

  it('never join the last port of one protocol with the first of the next', () => {
    const pool = new PortSets();
    const both = pool.union(pool.of(portRange('TCP', 65_535, 65_535)), pool.of(portRange('UDP', 1, 1)));
    expect(pool.show(both)).toHaveLength(2);
  });

  it('say that they are spent beyond their budget', () => {
    underLimit('portIntervals', 10, () => {
      const pool = new PortSets();
      const fill = () => {
        for (let port = 1; port < 40; port += 2) pool.of(portRange('TCP', port, port));
      };
      expect(fill).toThrow(PortsSpent);
    });
  });
});
