import { describe, expect, it } from 'vitest';
import { app } from '../../src/entry/app.ts';
import { FORMS, matrixBytes, requestOf } from './ask.ts';

describe('the same bundle gives the same bytes', () => {
  it.each(FORMS)('as %s, in any order of files, and as recorded', async (form) => {
    const first = await matrixBytes(requestOf(app), form, 0);
    for (const turn of [1, 2, 3, 4]) expect(await matrixBytes(requestOf(app), form, turn)).toBe(first);
    await expect(first).toMatchFileSnapshot(`../golden/online-boutique.${form}.golden`);
  });
});
