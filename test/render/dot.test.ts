import { expect, test } from 'vitest';
import { cluster, dotOf, EVIL, edge, SMALL, workload } from './sample-graph.ts';

/** The tokens of the language (https://graphviz.org/doc/info/lang.html), strings first. */
const TOKEN = /"(?:[^"\\]|\\.)*"|->|[\w.#-]+|[{}[\]=,;]|\s+/y;

/** Throws at anything that is no token; a string over two lines is none. */
function tokens(text: string): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(text);
    if (match === null || (match[0].startsWith('"') && match[0].includes('\n')))
      throw new Error(text.slice(at, at + 60));
    if (match[0].trim() !== '') found.push(match[0]);
  }
  return found;
}

test('a namespace is a cluster, ports are labels, what is unknown alone is dashed', () => {
  const graph = { ...SMALL, edges: [...SMALL.edges, edge('shop/db > shop/api', '', { unknown: 'TCP 1' })] };
  const text = dotOf(graph);
  expect(text).toContain('  subgraph cluster_0 {\n    label="shop";');
  expect(text).toContain('    "shop/api" [label="api\\nDeployment", tooltip="shop/api"]\n');
  expect(text).toContain('  "shop/api" -> "shop/db" [label="TCP 5432; unknown: TCP 80"]\n');
  expect(text).toContain('  "shop/db" -> "shop/api" [label="unknown: TCP 1", style="dashed"]\n');
});

test('what is no workload stands outside the clusters', () => {
  expect(dotOf(SMALL)).toContain('\n  "0.0.0.0/0" [label="0.0.0.0/0", tooltip="0.0.0.0/0", shape=ellipse,');
});

test('changes have a sign beside their colour', () => {
  const edges = [
    edge('n0/w0 > n0/w1', 'TCP 1', { change: 'added' }),
    edge('n0/w1 > n0/w0', 'all', { change: 'removed' }),
  ];
  const text = dotOf(cluster(2, 1, edges));
  expect(text).toContain('[label="+ TCP 1", color=');
  expect(text).toContain('[label="- all", color=');
});

test('no name is syntax: strings stay strings, and nothing is an HTML-like label', () => {
  const found = tokens(dotOf(EVIL));
  expect(found.filter((token) => token === '->')).toHaveLength(1);
  expect(found.join(' ')).not.toMatch(/= </);
  expect(found.filter((token) => token.startsWith('"') && /\p{Cc}|\u202e/u.test(token))).toEqual([]);
});

test('a backslash of a name is no escape, and an entity of a name no entity', () => {
  const graph = { ...cluster(0, 1), nodes: [workload('\\N\\', 'n0'), workload('&lt;', 'n0')] };
  expect(dotOf(graph)).toContain('"\\\\N\\\\" [label="\\\\N\\\\\\nDeployment"');
  expect(dotOf(graph)).toContain('"&lt;" [label="&amp;lt;\\nDeployment"');
});

test('a node whose group nobody lists is not lost', () => {
  const graph = { ...cluster(0, 1), nodes: [workload('x', 'nowhere')] };
  expect(dotOf(graph)).toContain('\n  "x" [');
  expect(() => tokens(dotOf(graph))).not.toThrow();
});

test('of very many edges the labels take no room, which Graphviz could not find', () => {
  const { nodes } = cluster(11, 1);
  const pairs = nodes.flatMap((from) => nodes.flatMap((to) => (from === to ? [] : [`${from.id} > ${to.id}`])));
  const edges = pairs.map((ends) => edge(ends, 'all'));
  expect(dotOf(cluster(11, 1, edges))).toContain(' [xlabel="all"]');
  expect(dotOf(cluster(11, 1, edges.slice(0, 100)))).not.toContain('xlabel');
});
