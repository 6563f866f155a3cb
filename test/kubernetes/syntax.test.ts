import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLabelKey, isLabelName, isLabelValue, isPortName, isSubdomain } from '../../src/kubernetes/syntax.ts';

const a = (length: number) => 'a'.repeat(length);

describe.each([
  [
    'a subdomain',
    isSubdomain,
    ['a', '0', 'a.b', 'a-b.c', a(253)],
    ['', 'A', '-a', 'a-', 'a..b', '.a', 'a.', 'a_b', a(254)],
  ],
  ['a label name', isLabelName, ['a', '9', 'a-b', a(63)], ['', 'a.b', '-a', 'a-', 'A', a(64)]],
  [
    'a label key',
    isLabelKey,
    ['a', 'A_b.c-d', 'on', 'constructor', 'example.com/app', `${a(253)}/${a(63)}`],
    ['', '/a', 'a/', 'a/b/c', 'A/b', '_a', 'a_', '@node', '__proto__', 'x/__proto__', a(64), `${a(254)}/a`],
  ],
  ['a label value', isLabelValue, ['', '1.10', 'A_b.c-d', a(63)], ['-a', 'a-', ' ', 'a b', 'ä', a(64)]],
  [
    'a port name',
    isPortName,
    ['http', 'a', '80a', 'a-b-c', 'abcdefghijklmno'],
    ['', '80', '1-2', 'a--b', '-a', 'a-', 'A', 'a_b', 'abcdefghijklmnop'],
  ],
] as const)('%s', (_what, holds, good, bad) => {
  it.each(good)('may be %j', (text) => {
    expect(holds(text)).toBe(true);
  });

  it.each(bad)('may not be %j', (text) => {
    expect(holds(text)).toBe(false);
  });

  it.each(good)('may not be %j with a line break behind it', (text) => {
    expect(holds(`${text}\n`)).toBe(false);
  });
});

/** As the API's own messages give them. */
const EXPRESSIONS = [
  [isSubdomain, /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/],
  [isLabelName, /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/],
  [
    isLabelKey,
    /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/,
  ],
  [isLabelValue, /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/],
] as const;

describe('the syntax of short texts', () => {
  it('is what the expressions of the API say', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aZ09-_./ é'), maxLength: 8 });
    fc.assert(
      fc.property(text, (each) => {
        for (const [holds, expression] of EXPRESSIONS) expect(holds(each)).toBe(expression.test(each));
      }),
      { numRuns: 2000 },
    );
  });
});
