import { expect, test } from 'vitest';
import { chooseDrawing, MATRIX_ENDS, MATRIX_ENDS_ALONE, PICTURE } from '../../../src/render/svg/choose.ts';
import { sketchOf } from '../../../src/render/svg/sketch.ts';
import { cluster, edge } from '../sample-graph.ts';

/** So many workloads, the first of which reaches as many others as there are edges. */
function choice(workloads: number, edges: number, namespaces = 2): string {
  const { nodes } = cluster(workloads, namespaces);
  const pairs = nodes.flatMap((from) => nodes.flatMap((to) => (from === to ? [] : [`${from.id} > ${to.id}`])));
  const drawn = pairs.slice(0, edges).map((ends) => edge(ends, 'TCP 1'));
  return chooseDrawing(sketchOf(cluster(workloads, namespaces, drawn)));
}

test('few workloads with few connections are a picture', () => {
  expect(choice(PICTURE.spots, PICTURE.links)).toBe('picture');
  expect(choice(PICTURE.spots + 1, 1)).toBe('matrix');
  expect(choice(PICTURE.spots, PICTURE.links + 1)).toBe('matrix');
});

test('few workloads that all reach each other are a matrix', () => {
  expect(choice(5, 5 * PICTURE.linksPerSpot)).toBe('picture');
  expect(choice(5, 5 * PICTURE.linksPerSpot + 1)).toBe('matrix');
});

test('very many are counted by namespace, where there are namespaces', () => {
  expect(choice(MATRIX_ENDS, 1)).toBe('matrix');
  expect(choice(MATRIX_ENDS + 1, 1)).toBe('namespaces');
  expect(choice(MATRIX_ENDS + 1, 1, 1)).toBe('matrix');
  expect(choice(MATRIX_ENDS_ALONE + 1, 1, 1)).toBe('namespaces');
});
