/** The list of traps is complete: each number from 1 to 100 has just one test here. */

import { expect, test } from 'vitest';
import { repositoryFiles } from '../support/files.ts';

test('every trap from 1 to 100 has one test', () => {
  const texts = repositoryFiles().filter(({ path }) => /^test\/traps\/[^/]+\.test\.ts$/.test(path));
  const names = texts.flatMap(({ text }) => [...text.matchAll(/^test\(['"`]trap (\d+): \S/gm)]);
  const numbers = names.map(([, number]) => Number(number)).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
});
