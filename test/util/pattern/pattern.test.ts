import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pattern } from '../../../src/util/pattern/pattern.ts';

/** Counts steps, and takes any number of them. */
class Count {
  steps = 0;

  spend(steps: number): void {
    this.steps += steps;
  }
}

const matches = (source: string, text: string) => Pattern.of(source).matches(text, new Count());

describe('a pattern', () => {
  it.each([
    ['^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', ['a', 'a-b', '0'], ['', '-a', 'a-', 'A', 'a_b']],
    ['^([0-9]{1,5}(h|m|s|ms)){1,4}$', ['1h', '10m30s', '1ms'], ['h', '1', '100000s', '1h1h1h1h1h']],
    ['^$|^b+$', ['', 'bb'], ['a', 'ab']],
    ['b', ['abc'], ['ac']],
    ['^(?i)ab$', ['AB', 'ab'], ['aBc']],
    ['^(?:a|b)c$', ['ac', 'bc'], ['c', 'abc']],
    ['(?P<n>x)y', ['xy'], ['x']],
    ['^[^/]+$', ['a b'], ['a/b', '']],
    ['^[[:alpha:]]+$', ['aZ'], ['a1']],
    [String.raw`^\d+\.\w$`, ['1.a'], ['1xa', '1.-']],
    [String.raw`^[\x60|~\-\]]+$`, ['`|', '-]'], ['a']],
    ['^[a-zA-z]$', ['_', '['], ['0']],
    [String.raw`\bfoo\b`, ['a foo b'], ['afoo']],
    ['^a{2}$', ['aa'], ['a', 'aaa']],
    ['^a{2,}$', ['aaa'], ['a']],
    ['^a{,2}$', ['a{,2}'], ['aa']],
    ['^(a*)*$', ['', 'aaa'], ['b']],
    ['^.$', ['é', '😀'], ['\n', 'ab']],
    ['(?s)^.$', ['\n'], ['']],
    ['(?m)^b$', ['a\nb'], ['ab']],
  ])('%s matches as RE2 has it', (source, good, bad) => {
    expect(good.filter((text) => matches(source, text) !== true)).toEqual([]);
    expect(bad.filter((text) => matches(source, text) !== false)).toEqual([]);
  });

  it.each(['(', 'a)', '[a', '*', 'a{1001}', String.raw`\p{L}`, String.raw`\1`, '(?=a)', 'x'.repeat(10_001)])(
    'tells nothing of what it does not read: %s',
    (source) => {
      expect(Pattern.of(source).isKnown).toBe(false);
      expect(matches(source, 'a')).toBeUndefined();
    },
  );

  it('agrees with the engine of JavaScript where both read the pattern alike', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '(a|b)', '(ab)', '^', '$', 'c');
    const times = fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}');
    const part = fc.tuple(atom, times).map(([a, t]) => (a === '^' || a === '$' ? a : a + t));
    const source = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
    const pattern = fc.array(source, { minLength: 1, maxLength: 2 }).map((branches) => branches.join('|'));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (p, t) => {
        expect(matches(p, t)).toBe(new RegExp(p, 'u').test(t));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^[!-~]+([\\t ]?[!-~]+)*$', '(.*)*x', '^(a?){50}a{50}$'])(
    'takes twice the steps for twice the text, whatever the pattern: %s',
    (source) => {
      const steps = (length: number) => {
        const count = new Count();
        Pattern.of(source).matches(`${'a'.repeat(length)}!\n`, count);
        return count.steps;
      };
      expect(steps(2000)).toBeLessThan(2.2 * steps(1000));
    },
  );

  it('makes no program that repetitions inside repetitions would let grow without end', () => {
    expect(Pattern.of('((a{1000}){1000}){1000}').isKnown).toBe(false);
  });
});
