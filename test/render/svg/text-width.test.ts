import { expect, test } from 'vitest';
import { fitText, textWidth } from '../../../src/render/svg/text-width.ts';

test('wide letters are wider than narrow ones, and twice the size is twice as wide', () => {
  expect(textWidth('mmm', 10)).toBeGreaterThan(textWidth('iii', 10));
  expect(textWidth('web', 20)).toBe(2 * textWidth('web', 10));
  expect(textWidth('日本', 10)).toBeGreaterThan(textWidth('ab', 10));
});

test('text that fits stays, and the rest is cut with an ellipsis, never within a character', () => {
  expect(fitText('web', 10, 100)).toBe('web');
  const cut = fitText('😀'.repeat(20), 10, 60);
  expect(cut).toMatch(/^(?:😀)+…$/u);
  expect(textWidth(cut, 10)).toBeLessThanOrEqual(60);
});
