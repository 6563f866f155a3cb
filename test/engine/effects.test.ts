import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALL,
  connectionKey,
  isEmpty,
  PROTOCOLS,
  portRange,
  subtract,
  unionAll,
} from '../../src/algebra/connection-set.ts';
import { decide } from '../../src/engine/decide.ts';
import { type Effect, Effects, FRESH, PASSED } from '../../src/engine/effects.ts';
import { NodeSets } from '../../src/engine/node-sets.ts';
import { ALL_PORTS, PortSets } from '../../src/engine/port-sets.ts';
import type { AppliedPolicy, AppliedTier, SideProgram } from '../../src/engine/program.ts';
import { Verdicts } from '../../src/engine/verdicts.ts';
import type { Action, Policy, Rule } from '../../src/policy/rule.ts';
import { EVERYONE } from '../support/endpoints.ts';

interface Move {
  readonly action: Action;
  readonly ports: ReturnType<typeof portRange>;
  readonly sure: boolean;
}

const ports = fc
  .array(fc.tuple(fc.constantFrom(...PROTOCOLS), fc.integer({ min: 1, max: 6 }), fc.nat({ max: 4 })), { maxLength: 2 })
  .map((parts) =>
    parts.length === 0 ? ALL : unionAll(parts.map(([p, first, size]) => portRange(p, first, first + size))),
  );
const move = fc.record({ action: fc.constantFrom<Action>('allow', 'deny', 'pass'), ports, sure: fc.boolean() });
const policy = fc.array(move, { minLength: 1, maxLength: 3 });
const end = fc.option(fc.record({ action: fc.constantFrom('allow' as const, 'deny' as const), sure: fc.boolean() }), {
  nil: undefined,
});
const tier = fc.record({ groups: fc.array(fc.array(policy, { minLength: 1, maxLength: 3 }), { maxLength: 3 }), end });
type RandomTier = typeof tier extends fc.Arbitrary<infer T> ? T : never;

const NOBODY = { sure: new NodeSets(1).nothing };
const origin = { document: undefined as never, pointer: '' };

/** The tier as the kernel of single questions takes it. */
function applied({ groups, end: last }: RandomTier): AppliedTier {
  const known = { name: 'p', kind: 'P', origin, rules: [] } satisfies Policy;
  const rule = ({ action, ports: numbers }: Move, index: number): Rule => ({
    subject: EVERYONE,
    direction: 'ingress',
    peers: [{ kind: 'any' }],
    ports: { numbers, names: [] },
    action,
    index,
    origin,
  });
  const applyAll = (moves: readonly Move[]): AppliedPolicy => ({
    rules: moves.map((m, i) => ({ rule: rule(m, i), policy: known, peers: [NOBODY], sure: m.sure })),
  });
  return {
    tier: { name: 't', groups: [], ends: [] },
    groups: groups.map((group) => group.map(applyAll)),
    ends: last ? [{ ...last, policies: [known] }] : [],
  };
}

/** The same by steps on numbers. */
function effectOf({ groups, end: last }: RandomTier, effects: Effects, pool: PortSets): Effect {
  let state = FRESH;
  for (const group of groups) {
    state = effects.apply(state, effects.groupBegins);
    for (const moves of group) {
      for (const m of moves) state = effects.apply(state, effects.step(m.action, pool.of(m.ports), m.sure));
      state = effects.apply(state, effects.policyEnds);
    }
    state = effects.apply(state, effects.groupEnds);
  }
  if (last) state = effects.apply(state, effects.step(last.action, ALL_PORTS, last.sure));
  return effects.finish(state);
}

describe('the effects of tiers', () => {
  it('one after another decide what deciding rule by rule decides', () => {
    fc.assert(
      fc.property(fc.array(tier, { maxLength: 3 }), (tiers) => {
        const pool = new PortSets();
        const verdicts = new Verdicts(pool);
        const effects = new Effects(pool, verdicts);
        const composed = tiers.map((t) => effectOf(t, effects, pool)).reduce((a, b) => effects.compose(a, b), PASSED);
        const program: SideProgram = { direction: 'ingress', layers: [tiers.map(applied)] };
        const { must, may } = decide(program, { match: () => 'yes', ports: ({ rule }) => rule.ports.numbers });
        const cell = verdicts.cell(effects.verdict(composed));
        expect(connectionKey(cell.allow)).toBe(connectionKey(must));
        expect(connectionKey(cell.unknown)).toBe(connectionKey(subtract(may, must)));
      }),
      { numRuns: 500 },
    );
  });

  it('leave no packet without a verdict', () => {
    fc.assert(
      fc.property(tier, (random) => {
        const pool = new PortSets();
        const verdicts = new Verdicts(pool);
        const effects = new Effects(pool, verdicts);
        const denied = effectOf({ ...random, end: { action: 'deny', sure: true } }, effects, pool);
        const open = effects.compose(denied, PASSED);
        expect(open).toBe(denied);
        expect(isEmpty(verdicts.cell(effects.verdict(PASSED)).unknown)).toBe(true);
      }),
    );
  });
});

describe('verdicts', () => {
  it('meet and join as their sets do, and equal ones share a cell', () => {
    fc.assert(
      fc.property(ports, ports, ports, ports, (a, b, c, d) => {
        const pool = new PortSets();
        const verdicts = new Verdicts(pool);
        const make = (x: typeof a, y: typeof a) => verdicts.of(pool.of(x), pool.union(pool.of(x), pool.of(y)));
        const [one, two] = [make(a, b), make(c, d)];
        expect(verdicts.meet(one, two)).toBe(verdicts.meet(two, one));
        expect(verdicts.join(one, two)).toBe(verdicts.join(two, one));
        expect(verdicts.meet(one, verdicts.join(one, two))).toBe(one);
        expect(verdicts.join(one, verdicts.meet(one, two))).toBe(one);
        expect(verdicts.cell(one)).toBe(verdicts.cell(make(a, b)));
      }),
    );
  });
});
