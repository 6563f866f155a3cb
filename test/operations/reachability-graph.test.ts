import { expect, test } from 'vitest';
import { reachability } from '../../src/operations/reachability.ts';
import type { Graph } from '../../src/render/graph.ts';
import { analysisOf } from '../support/bundle.ts';
import { pod, policy, together } from '../support/objects.ts';

function graphOf(text: string, options: Record<string, unknown> = {}): Graph {
  const graph = reachability.run(analysisOf(text), reachability.input.parse(options)).graph?.();
  if (graph === undefined) throw new Error('the answer has no graph');
  return graph;
}

const PODS = together(pod('b/y'), pod('a/x'));

test('workloads are nodes in the group of their namespace, connections are edges', () => {
  const { groups, nodes, edges } = graphOf(PODS, { external: false });
  expect(groups.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(nodes[0]).toEqual({
    id: 'a/x[Pod]',
    label: 'x',
    detail: 'Pod',
    group: 'a',
    kind: 'workload',
    isolated: { ingress: false, egress: false },
  });
  expect(edges[0]).toEqual({ from: 'a/x[Pod]', to: 'b/y[Pod]', label: 'all', full: true });
});

test('the outside is there as far as it is connected, without a group', () => {
  const outside = graphOf(PODS).nodes.filter(({ kind }) => kind === 'external');
  expect(outside.map(({ id, detail, group }) => [id, detail, group])).toEqual([
    ['0.0.0.0/0', 'any IPv4', undefined],
    ['::/0', 'any IPv6', undefined],
  ]);
});

test('what is unknown is apart from what is allowed', () => {
  const block = policy('a/p', '{ ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }], ports: [{ port: 80 }] }] }');
  const { edges } = graphOf(together(PODS, block), { external: false });
  expect(edges.find(({ from }) => from === 'b/y[Pod]')).toEqual({
    from: 'b/y[Pod]',
    to: 'a/x[Pod]',
    label: '',
    unknown: 'TCP 80',
  });
});

test('a page of the connections shows their ends only, for it does not know who else is closed', () => {
  const { note, nodes } = graphOf(together(pod('a/x'), pod('a/y'), pod('a/z')), { external: false, limit: 1 });
  expect(nodes.map(({ label }) => label)).toEqual(['x', 'y']);
  expect(note).toContain('only 1 of them are shown');
});
