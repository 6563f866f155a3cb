/** The dense oracle's decision against every resolution of its doubts, one point of packet space at a time. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { intersect, isEmpty, portRange, unionAll } from '../../../src/algebra/connection-set.ts';
import type { Match } from '../../../src/policy/selector.ts';
import { type CoinLayers, type CoinRule, type CoinTier, outcomes } from '../../engine/brute-force.ts';
import { rule } from '../../support/endpoints.ts';
import { type Counterpart, decide } from './decide.ts';
import type { AppliedRule, Program } from './program.ts';

const POINTS = [1, 2];

const coinRule: fc.Arbitrary<CoinRule> = fc.record({
  action: fc.constantFrom('allow', 'deny', 'pass'),
  match: fc.constantFrom('yes', 'maybe', 'yes', 'maybe', 'no'),
  points: fc.subarray(POINTS, { minLength: 1 }),
});
const coinPolicy = fc.array(coinRule, { minLength: 1, maxLength: 2 });
const coinTier: fc.Arbitrary<CoinTier> = fc
  .record({
    groups: fc.array(fc.array(coinPolicy, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
    action: fc.constantFrom('allow', 'deny'),
    ends: fc.subarray([false, true]),
  })
  .map(({ groups, action, ends }) => ({ groups, ends: ends.map((sure) => ({ action, sure })) }));
const coinLayers: fc.Arbitrary<CoinLayers> = fc.array(fc.array(coinTier, { maxLength: 2 }), { maxLength: 2 });

it('a verdict is what every resolution of the doubts says together, for each point', () => {
  fc.assert(
    fc.property(coinLayers, (layers) => {
      const { program, other } = programOf(layers);
      const { must, may } = decide(program, other);
      for (const point of POINTS) {
        const at = portRange('TCP', point, point);
        const expected = outcomes(layers, point);
        expect([!isEmpty(intersect(may, at)), !isEmpty(intersect(must, at))]).toEqual([
          expected.has('allow'),
          !expected.has('deny'),
        ]);
      }
    }),
    { numRuns: 1000 },
  );
});

/** The program and the counterpart that mean the same as the coins. */
function programOf(layers: CoinLayers): { readonly program: Program; readonly other: Counterpart } {
  const known = new Map<AppliedRule, Match>();
  const apply = ({ action, match, points }: CoinRule): AppliedRule => {
    const numbers = unionAll(points.map((point) => portRange('TCP', point, point)));
    const applied = { rule: rule({ action, numbers }), peers: [], sure: true };
    known.set(applied, match);
    return applied;
  };
  const program = layers.map((tiers) =>
    tiers.map(({ groups, ends }) => ({ ends, groups: groups.map((group) => group.map((rules) => rules.map(apply))) })),
  );
  return { program, other: { match: (one) => known.get(one) ?? 'no', ports: (one) => one.rule.ports.numbers } };
}
