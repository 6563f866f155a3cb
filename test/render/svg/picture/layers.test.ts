import { expect, test } from 'vitest';
import { type Arc, layersOf } from '../../../../src/render/svg/picture/layers.ts';

/** `0>1 1>2` as arcs of weight 1, `0>1*8` of weight 8. */
function layers(count: number, text: string, early: readonly number[] = []): number[] {
  const arcs = text.split(' ').map((arc): Arc => {
    const [, from, to, weight] = /^(\d+)>(\d+)(?:\*(\d+))?$/.exec(arc) ?? [];
    return [Number(from), Number(to), Number(weight ?? 1)];
  });
  return layersOf(count, arcs, new Set(early));
}

test('a workload stands one column behind the last that reaches it', () => {
  expect(layers(4, '0>1 1>2 0>2 2>3')).toEqual([0, 1, 2, 3]);
});

test('one that nothing reaches stands just before what it reaches, but for one that the outside reaches', () => {
  expect(layers(4, '0>1 1>2 3>2')).toEqual([0, 1, 2, 1]);
  expect(layers(4, '0>1 1>2 3>2', [3])).toEqual([0, 1, 2, 0]);
});

test('in a circle one line runs backwards, the lightest where they differ', () => {
  expect(new Set(layers(3, '0>1 1>2 2>0')).size).toBe(3);
  expect(layers(3, '0>1 1>2*8 2>0*8')).toEqual([2, 0, 1]);
});

test('ends of a line never share a column, whatever the lines', () => {
  const all = Array.from({ length: 36 }, (_, index) => [Math.floor(index / 6), index % 6] as const);
  const text = all.flatMap(([from, to]) => (from === to ? [] : [`${from}>${to}`])).join(' ');
  expect(new Set(layers(6, text)).size).toBe(6);
});
