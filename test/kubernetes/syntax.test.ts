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
