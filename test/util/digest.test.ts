import { expect, test } from 'vitest';
import { digest } from '../../src/util/digest.ts';

test('the same parts have the same digest, which fits into a URL', async () => {
  const made = await digest(['a', 'b']);
  expect(made).toBe(await digest(['a', 'b']));
  expect(made).toMatch(/^[\w-]{43}$/);
});

test('parts are not run together', async () => {
  expect(await digest(['ab', 'c'])).not.toBe(await digest(['a', 'bc']));
  expect(await digest(['a'])).not.toBe(await digest(['a', '']));
});

test('a short digest is the beginning of the long one', async () => {
  expect(await digest(['a'])).toContain(await digest(['a'], 12));
});
