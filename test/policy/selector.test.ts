import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Labels } from '../../src/policy/labels.ts';
import {
  ANYTHING,
  allOf,
  both,
  exists,
  hasLabel,
  isIn,
  type Match,
  matches,
  not,
  type Predicate,
  selector,
} from '../../src/policy/selector.ts';

const KEYS = ['a', 'b'];
const VALUES = ['', 'x', 'y'];

const requirement: fc.Arbitrary<Predicate> = fc
  .tuple(fc.constantFrom(...KEYS), fc.subarray(VALUES), fc.boolean(), fc.boolean())
  .map(([key, values, negated, onlyPresence]) => {
    const p = onlyPresence ? exists(key) : isIn(key, values);
    return negated ? not(p) : p;
  });
const predicate = fc.array(requirement, { maxLength: 3 }).map(allOf);
const value = fc.constantFrom(undefined, null, ...VALUES);
const labels: fc.Arbitrary<Labels> = fc
  .tuple(value, value)
  .map((values) => new Map(values.flatMap((v, i) => (v === undefined ? [] : [[KEYS[i] ?? '', v] as const]))));

/** Every way the values that are not shown may turn out; `other` stands for all that no predicate names. */
function resolutions(of: Labels): Labels[] {
  return [...of].reduce<Map<string, string>[]>(
    (all, [key, v]) => all.flatMap((m) => (v === null ? [...VALUES, 'other'] : [v]).map((r) => new Map(m).set(key, r))),
    [new Map()],
  );
}

describe('the match of a predicate', () => {
  const web = new Map([
    ['app', 'web'],
    ['empty', ''],
  ]);

  it.each<[string, Predicate, Match]>([
    ['In wants the key with one of the values', isIn('app', ['db', 'web']), 'yes'],
    ['In does not match another value', isIn('app', ['db']), 'no'],
    ['In does not match an absent key', isIn('tier', ['web']), 'no'],
    ['the empty value is a value', isIn('empty', ['']), 'yes'],
    ['the empty value does not match an absent key', isIn('tier', ['']), 'no'],
    ['NotIn matches an absent key', not(isIn('tier', ['web'])), 'yes'],
    ['NotIn matches another value', not(isIn('app', ['db'])), 'yes'],
    ['NotIn does not match one of its values', not(isIn('app', ['db', 'web'])), 'no'],
    ['Exists wants the key only', exists('empty'), 'yes'],
    ['Exists does not match an absent key', exists('tier'), 'no'],
    ['DoesNotExist matches an absent key', not(exists('tier')), 'yes'],
    ['DoesNotExist does not match a present one', not(exists('app')), 'no'],
    ['two requirements on one key may contradict', allOf([isIn('app', ['web']), isIn('app', ['db'])]), 'no'],
    ['In and NotIn on one key are both asked', allOf([isIn('app', ['web']), not(isIn('app', ['db']))]), 'yes'],
    ['nothing is asked of anything', ANYTHING, 'yes'],
    ['a key called constructor is absent like any other', exists('constructor'), 'no'],
  ])('%s', (_says, p, expected) => {
    expect(matches(p, web)).toBe(expected);
  });

  it.each<[string, Predicate, Match]>([
    ['may be one of the values', isIn('hash', ['abc']), 'maybe'],
    ['may be another', not(isIn('hash', ['abc'])), 'maybe'],
    ['is none of no values', isIn('hash', []), 'no'],
    ['is there', exists('hash'), 'yes'],
    ['is not absent', not(exists('hash')), 'no'],
    ['leaves a sure "no" beside it sure', allOf([isIn('hash', ['abc']), exists('tier')]), 'no'],
    ['leaves a sure "yes" beside it unsure', allOf([isIn('hash', ['abc']), exists('hash')]), 'maybe'],
  ])('a value that is not shown %s', (_says, p, expected) => {
    expect(matches(p, new Map([['hash', null]]))).toBe(expected);
  });

  it('is sure only where every value the label may have gives the same', () => {
    fc.assert(
      fc.property(predicate, labels, (p, of) => {
        const outcomes = new Set(resolutions(of).map((r) => matches(p, r)));
        const known = matches(p, of);
        expect(outcomes.has('maybe')).toBe(false);
        if (known !== 'maybe') expect([...outcomes]).toEqual([known]);
      }),
    );
  });

  it('of one requirement is unsure only where values differ in what they give', () => {
    fc.assert(
      fc.property(requirement, labels, (p, of) => {
        const outcomes = new Set(resolutions(of).map((r) => matches(p, r)));
        expect(matches(p, of) === 'maybe').toBe(outcomes.size > 1);
      }),
    );
  });
});

describe('what is known of a conjunction', () => {
  it.each<[readonly Match[], Match]>([
    [[], 'yes'],
    [['yes', 'yes'], 'yes'],
    [['yes', 'maybe'], 'maybe'],
    [['maybe', 'no', 'yes'], 'no'],
  ])('%j is %s', (known, expected) => {
    expect(both(known)).toBe(expected);
  });
});

describe('the text of a selector', () => {
  it('is equal for the same requirements in any order and number', () => {
    fc.assert(
      fc.property(fc.array(requirement, { maxLength: 4 }), (requirements) => {
        const one = selector(ANYTHING, allOf(requirements));
        const other = selector(ANYTHING, allOf([...requirements.toReversed(), ...requirements]));
        expect(other.text).toBe(one.text);
        expect(other.endpoint).toEqual(one.endpoint);
      }),
    );
  });

  it('is equal for the same values in any order and number', () => {
    expect(selector(ANYTHING, isIn('a', ['y', 'x', 'y'])).text).toBe(selector(ANYTHING, isIn('a', ['x', 'y'])).text);
  });

  it('differs where what is selected differs', () => {
    const texts = [
      selector(ANYTHING, ANYTHING),
      selector(ANYTHING, ANYTHING, 'hosts'),
      selector(hasLabel('kubernetes.io/metadata.name', 'a'), ANYTHING),
      selector(hasLabel('kubernetes.io/metadata.name', 'b'), ANYTHING),
      selector(ANYTHING, isIn('a', ['x'])),
      selector(isIn('a', ['x']), ANYTHING),
      selector(ANYTHING, not(isIn('a', ['x']))),
      selector(ANYTHING, exists('a')),
      selector(ANYTHING, isIn('a', ['x', 'y'])),
      selector(ANYTHING, isIn('a', ['x,y'])),
      selector(ANYTHING, isIn('a","x', ['y'])),
      selector(ANYTHING, allOf([isIn('a', ['x']), exists('b')])),
    ].map((s) => s.text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('of equal matching predicates over labels never misleads: equal texts match alike', () => {
    fc.assert(
      fc.property(predicate, predicate, labels, (p, q, of) => {
        if (selector(ANYTHING, p).text === selector(ANYTHING, q).text) expect(matches(p, of)).toBe(matches(q, of));
      }),
    );
  });
});
