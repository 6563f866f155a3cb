import { expect, test } from 'vitest';
import type { Graph } from '../../../../src/render/graph.ts';
import { blocsWithTraffic } from '../../../../src/render/svg/matrix/namespaces.ts';
import { sketchOf } from '../../../../src/render/svg/sketch.ts';
import { cluster, edge } from '../../sample-graph.ts';

/** `n0 > n1: open + unknown of pairs`, for everything that is not closed. */
function counted(graph: Graph): string[] {
  const { blocs, traffic } = blocsWithTraffic(sketchOf(graph));
  return blocs.flatMap((from) =>
    blocs.flatMap((to) => {
      const found = traffic(from, to);
      return found ? [`${from.title} > ${to.title}: ${found.open} + ${found.unknown} of ${found.pairs}`] : [];
    }),
  );
}

test('pairs of a namespace with itself leave out a workload with itself', () => {
  expect(counted(cluster(4, 2, [edge('n0/w0 > n0/w2', 'all'), edge('n0/w0 > n1/w1', '', { unknown: 'all' })]))).toEqual(
    ['n0 > n0: 1 + 0 of 2', 'n0 > n1: 0 + 1 of 4'],
  );
});

test('the outside is one end: a workload that reaches two of its ranges counts once, open before unknown', () => {
  const graph = cluster(4, 2, [
    edge('n0/w0 > 192.0.2.0/24', '', { unknown: 'all' }),
    edge('n0/w0 > ::/0', 'TCP 1'),
    edge('n0/w2 > ::/0', 'TCP 2'),
  ]);
  const ranges = ['192.0.2.0/24', '::/0'].map((id) => ({ id, label: id, kind: 'external' }) as const);
  expect(counted({ ...graph, nodes: [...graph.nodes, ...ranges] })).toEqual(['n0 > outside addresses: 2 + 0 of 2']);
});

test('beyond a bound the smallest namespaces are one', () => {
  const { blocs } = blocsWithTraffic(sketchOf(cluster(301, 150)));
  expect(blocs).toHaveLength(120);
  expect(blocs.at(-1)).toEqual({ title: '31 other namespaces', place: 'inside', size: 62 });
});
