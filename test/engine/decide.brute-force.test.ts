import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersect, isEmpty, portRange, subtract, unionAll } from '../../src/algebra/connection-set.ts';
import { type Counterpart, decide } from '../../src/engine/decide.ts';
import type { AppliedRule, SideProgram } from '../../src/engine/program.ts';
import type { Match } from '../../src/policy/selector.ts';
import { policyOf, rule } from '../support/endpoints.ts';
import { type CoinLayers, type CoinRule, type CoinTier, outcomes } from './brute-force.ts';

const POINTS = [1, 2];

const coinRule: fc.Arbitrary<CoinRule> = fc.record({
  action: fc.constantFrom('allow', 'deny', 'pass'),
  match: fc.constantFrom('yes', 'maybe', 'yes', 'maybe', 'no'),
  points: fc.subarray(POINTS, { minLength: 1 }),
});
/** Ends of one tier agree in their action, as every dialect has it. */
const ends = fc
  .tuple(fc.constantFrom('allow', 'deny'), fc.subarray([false, true]))
  .map(([action, sure]) => sure.map((s) => ({ action, sure: s }) as const));
const coinTier: fc.Arbitrary<CoinTier> = fc.record({
  groups: fc.array(fc.array(fc.array(coinRule, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }), {
    maxLength: 2,
  }),
  ends,
});
const coinLayers: fc.Arbitrary<CoinLayers> = fc.array(fc.array(coinTier, { maxLength: 2 }), { maxLength: 2 });

/** The program and the counterpart that mean the same as the coins. */
function programOf(layers: CoinLayers): { program: SideProgram; other: Counterpart } {
  const known = new Map<AppliedRule, Match>();
  const apply = ({ action, match, points }: CoinRule): AppliedRule => {
    const numbers = unionAll(points.map((p) => portRange('TCP', p, p)));
    const applied = { rule: rule({ action, numbers }), policy: policyOf('p'), peers: [], sure: true };
    known.set(applied, match);
    return applied;
  };
  const tier = { name: 'test', groups: [], ends: [] };
  const program: SideProgram = {
    direction: 'ingress',
    layers: layers.map((tiers) =>
      tiers.map(({ groups, ends: e }) => ({
        tier,
        groups: groups.map((g) => g.map((rules) => ({ rules: rules.map(apply) }))),
        ends: e.map((one) => ({ ...one, policies: [] })),
      })),
    ),
  };
  const other = { match: (r: AppliedRule) => known.get(r) ?? 'no', ports: (r: AppliedRule) => r.rule.ports.numbers };
  return { program, other };
}

describe('a verdict of random tiers, groups, rules and doubts', () => {
  it('is what every resolution of the doubts says together, for each point', () => {
    fc.assert(
      fc.property(coinLayers, (layers) => {
        const { program, other } = programOf(layers);
        const { must, may } = decide(program, other);
        for (const point of POINTS) {
          const at = portRange('TCP', point, point);
          const expected = outcomes(layers, point);
          expect({ point, may: !isEmpty(intersect(may, at)), must: !isEmpty(intersect(must, at)) }).toEqual({
            point,
            may: expected.has('allow'),
            must: !expected.has('deny'),
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never surely allows what it does not possibly allow', () => {
    fc.assert(
      fc.property(coinLayers, (layers) => {
        const { program, other } = programOf(layers);
        const { must, may } = decide(program, other);
        expect(isEmpty(subtract(must, may))).toBe(true);
      }),
    );
  });

  it('without a doubt and without a difference of equal ranks is sure, as one and the same set', () => {
    const sureLayers = coinLayers.map((layers) =>
      layers.map((tiers) =>
        tiers.map((t) => ({
          groups: t.groups.map((g) => g.slice(0, 1).map((p) => p.map((r) => ({ ...r, match: 'yes' as const })))),
          ends: t.ends.filter((e) => e.sure),
        })),
      ),
    );
    fc.assert(
      fc.property(sureLayers, (layers) => {
        const { program, other } = programOf(layers);
        const { must, may } = decide(program, other);
        expect(may).toBe(must);
      }),
    );
  });
});
