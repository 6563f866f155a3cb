import { expect, test } from 'vitest';
import { orderOf } from '../../../../src/render/svg/picture/order.ts';
import { placesOf } from '../../../../src/render/svg/picture/place.ts';
import { planOf } from '../../../../src/render/svg/picture/plan.ts';
import { sketchOf } from '../../../../src/render/svg/sketch.ts';
import { cluster, edge } from '../../sample-graph.ts';

/** Small numbers that look random and are always the same. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 65536);
  };
}

function randomSketch(seed: number) {
  const next = numbers(seed);
  const { nodes } = cluster(16, 3);
  const pairs = new Set(
    Array.from({ length: 28 }, () => `${nodes[next() % 16]?.id} > ${nodes[next() % 16]?.id}`).filter(
      (ends) => new Set(ends.split(' > ')).size === 2,
    ),
  );
  const edges = [...pairs].map((ends) => edge(ends, `TCP ${next() % 3}`));
  return sketchOf(cluster(16, 3, edges));
}

test.each([1, 2, 3, 4, 5, 6])('boxes and bends of a column never overlap, and stay in their panel (%i)', (seed) => {
  const sketch = randomSketch(seed);
  const plan = planOf(sketch);
  const order = orderOf(plan);
  const { lanes, tops } = placesOf(plan, order, sketch.groups.length);
  for (const column of order) {
    let bottom = Number.NEGATIVE_INFINITY;
    for (const item of column) {
      const top = tops.get(item) ?? Number.NaN;
      expect(top).toBeGreaterThanOrEqual(bottom);
      bottom = top + item.height;
      const lane = lanes[item.lane];
      expect(top).toBeGreaterThanOrEqual((lane?.start ?? 0) - 1e-6);
      expect(bottom).toBeLessThanOrEqual((lane?.end ?? 0) + 1e-6);
    }
  }
});

test('every piece of a line leads to a neighbouring column, and a line keeps its pin', () => {
  const plan = planOf(randomSketch(7));
  for (const { left, right } of plan.wires) expect(right.column - left.column).toBe(1);
  for (const { to, pin, backwards } of plan.lines) {
    const pins = backwards ? to.box?.pins.right : to.box?.pins.left;
    expect(pins).toContainEqual(pin);
  }
});

test('lines to one workload on the same ports end at one pin', () => {
  const edges = ['w0', 'w1', 'w2'].map((from) => edge(`n0/${from} > n0/w3`, 'TCP 80'));
  const plan = planOf(sketchOf(cluster(4, 1, edges)));
  const boxes = plan.items.flatMap(({ box }) => (box?.name === 'w3' ? [box] : []));
  expect(boxes.map(({ pins }) => pins.left)).toEqual([[{ text: 'TCP 80', style: 'allowed' }]]);
});
