import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canBeMet, implication } from '../../src/policy/implication.ts';
import type { Labels } from '../../src/policy/labels.ts';
import { ANYTHING, allOf, exists, isIn, matches, not, type Predicate, selector } from '../../src/policy/selector.ts';

const KEYS = ['app', 'env'];
const VALUES = ['a', 'b'];
/** The last value is named by no requirement: it stands for all the others. */
const STATES = [undefined, ...VALUES, 'other'];

/** Every set of labels over the small universe. */
const UNIVERSE: readonly Labels[] = STATES.flatMap((app) =>
  STATES.map((env) => {
    const pairs = [app, env].flatMap((value, i) => (value === undefined ? [] : [[KEYS[i] ?? '', value] as const]));
    return new Map<string, string>(pairs);
  }),
);

const meets = (p: Predicate, labels: Labels): boolean => matches(p, labels) === 'yes';
const possible = (p: Predicate): boolean => UNIVERSE.some((labels) => meets(p, labels));
const bruteForce = (known: Predicate, asked: Predicate): boolean =>
  UNIVERSE.every((labels) => !meets(known, labels) || meets(asked, labels));

const entails = (known: Predicate, asked: Predicate): boolean =>
  implication(selector(ANYTHING, known))(selector(ANYTHING, asked));

const key = fc.constantFrom(...KEYS);
const positive = fc.oneof(
  fc.tuple(key, fc.subarray(VALUES, { minLength: 1 })).map(([k, values]) => isIn(k, values)),
  key.map(exists),
);
const requirement = fc.tuple(positive, fc.boolean()).map(([p, negated]) => (negated ? not(p) : p));
const conjunction = fc.array(requirement, { maxLength: 4 }).map(allOf);
const { any } = fc.letrec<{ any: Predicate }>((tie) => ({
  any: fc.oneof({ maxDepth: 3 }, requirement, tie('any').map(not), fc.array(tie('any'), { maxLength: 3 }).map(allOf)),
}));

describe('implication agrees with brute force over a small universe', () => {
  test('it is exact for conjunctions of requirements that can be met', () => {
    fc.assert(
      fc.property(conjunction, conjunction, (known, asked) => {
        fc.pre(possible(known));
        expect(entails(known, asked)).toBe(bruteForce(known, asked));
      }),
      { numRuns: 2_000 },
    );
  });

  test('it is never wrong when it says yes, whatever the predicates', () => {
    fc.assert(
      fc.property(any, any, (known, asked) => {
        if (entails(known, asked)) expect(bruteForce(known, asked)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a conjunction of requirements can be met exactly where some labels meet it', () => {
    fc.assert(
      fc.property(conjunction, (p) => {
        expect(canBeMet(selector(ANYTHING, p))).toBe(possible(p));
        expect(canBeMet(selector(p, ANYTHING))).toBe(possible(p));
      }),
    );
  });
});

describe('a selector implies another where both of its halves do', () => {
  const web = isIn('app', ['web']);
  const prod = isIn('env', ['prod']);

  test.each([
    ['everyone is meant', selector(prod, web), selector(ANYTHING, ANYTHING), true],
    ['the halves are weaker', selector(prod, web), selector(exists('env'), not(isIn('app', ['db']))), true],
    ['more is asked of the pod', selector(prod, ANYTHING), selector(prod, web), false],
    ['more is asked of the namespace', selector(ANYTHING, web), selector(prod, web), false],
    [
      'nothing is known, an absent key is asked',
      selector(ANYTHING, ANYTHING),
      selector(not(exists('env')), ANYTHING),
      false,
    ],
    ['pods are no hosts', selector(prod, web), selector(ANYTHING, ANYTHING, 'hosts'), false],
  ])('%s', (_name, known, asked, expected) => {
    expect(implication(known)(asked)).toBe(expected);
  });
});
