import { expect, test } from 'vitest';
import type { GraphNode } from '../../../src/render/graph.ts';
import { sketchOf } from '../../../src/render/svg/sketch.ts';
import { cluster, edge, SMALL } from '../sample-graph.ts';

const outside = (id: string): GraphNode => ({ id, label: id, kind: 'external' });

test('an outside end of both directions is drawn on both sides', () => {
  const graph = cluster(1, 1, [edge('::/0 > n0/w0', 'all'), edge('n0/w0 > ::/0', 'all')]);
  const { spots } = sketchOf({ ...graph, nodes: [...graph.nodes, outside('::/0')] });
  expect(spots.map(({ name, place }) => `${place} ${name}`)).toEqual(['before ::/0', 'inside n0/w0', 'behind ::/0']);
});

test('outside ends are one only where their ports are the same', () => {
  const nodes = [...cluster(1, 1).nodes, ...['a', 'b', 'c', 'd', 'e'].map(outside)];
  const edges = ['a', 'b', 'c', 'd'].map((id) => edge(`${id} > n0/w0`, 'TCP 1'));
  const { spots, links } = sketchOf({ ...cluster(1, 1), nodes, edges: [...edges, edge('e > n0/w0', 'TCP 2')] });
  expect(spots.map(({ label }) => label)).toEqual(['a, b and 2 more', 'e', 'w0']);
  expect(spots[0]?.name).toBe('a, b, c, d');
  expect(links).toHaveLength(2);
});

test('an outside end without connections is left out, a workload is not', () => {
  const { spots } = sketchOf({ ...SMALL, edges: [] });
  expect(spots.map(({ name }) => name)).toEqual(['shop/api', 'shop/db', 'shop/idle']);
});

test('workloads stand in the order of their groups', () => {
  const { spots } = sketchOf(cluster(4, 2));
  expect(spots.map(({ name }) => name)).toEqual(['n0/w0', 'n0/w2', 'n1/w1', 'n1/w3']);
});
