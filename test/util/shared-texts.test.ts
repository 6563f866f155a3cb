import { expect, it } from 'vitest';
import { SharedTexts } from '../../src/util/shared-texts.ts';

it('Texts that are equal come out as they went in.', () => {
  const texts = new SharedTexts();
  const words = ['shop', 'web', 'shop', '', '__proto__', ''];
  expect(words.map((word) => texts.of(word))).toEqual(words);
});
