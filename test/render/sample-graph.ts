/** Graphs for the forms that draw. */

import { dot } from '../../src/render/dot.ts';
import type { Format } from '../../src/render/format.ts';
import type { Graph, GraphEdge, GraphNode } from '../../src/render/graph.ts';
import { svg } from '../../src/render/svg.ts';
import { sampleAnswer } from './sample-answer.ts';

export function workload(id: string, group?: string): GraphNode {
  const label = id.split('/').at(-1) ?? id;
  return { id, label, detail: 'Deployment', kind: 'workload', ...(group === undefined ? {} : { group }) };
}

/** `shop/api > shop/db`, with what is allowed. */
export function edge(ends: string, label: string, more: Partial<GraphEdge> = {}): GraphEdge {
  const [from = '', to = ''] = ends.split(' > ');
  return { from, to, label, ...more };
}

/** Workloads `n0/w0` … in so many namespaces. */
export function cluster(workloads: number, namespaces: number, edges: readonly GraphEdge[] = []): Graph {
  const groups = Array.from({ length: namespaces }, (_, index) => ({ id: `n${index}`, title: `n${index}` }));
  const nodes = Array.from({ length: workloads }, (_, index) => {
    const group = `n${index % namespaces}`;
    return workload(`${group}/w${index}`, group);
  });
  return { title: 'Who can reach whom', note: 'pass', groups, nodes, edges };
}

export const SMALL: Graph = {
  title: 'Who can reach whom',
  note: 'pass: 3 workloads',
  groups: [{ id: 'shop', title: 'shop' }],
  nodes: [
    { id: '0.0.0.0/0', label: '0.0.0.0/0', kind: 'external' },
    { id: '::/0', label: '::/0', kind: 'external' },
    { ...workload('shop/api', 'shop'), isolated: { ingress: true, egress: false } },
    workload('shop/db', 'shop'),
    workload('shop/idle', 'shop'),
  ],
  edges: [
    edge('0.0.0.0/0 > shop/api', 'TCP 443'),
    edge('::/0 > shop/api', 'TCP 443'),
    edge('shop/api > shop/db', 'TCP 5432', { unknown: 'TCP 80' }),
  ],
};

/** Everything a name could try, in every place a graph has for text. */
export const EVIL_NAME = `"><script>alert('1')</script>\n\r\\N\\" --></text>]]>&lt;&#60;\u0000\u001b[2J\u202e\ud800\uffffé\\`;

export const EVIL: Graph = {
  title: EVIL_NAME,
  note: EVIL_NAME,
  groups: [{ id: EVIL_NAME, title: EVIL_NAME }],
  nodes: [
    { id: EVIL_NAME, label: EVIL_NAME, detail: EVIL_NAME, group: EVIL_NAME, kind: 'workload' },
    { id: `${EVIL_NAME}2`, label: EVIL_NAME, kind: 'external' },
  ],
  edges: [edge('', EVIL_NAME, { from: EVIL_NAME, to: `${EVIL_NAME}2`, unknown: EVIL_NAME })],
};

function written(format: Format, graph: Graph): string {
  const text = format.write(sampleAnswer({ graph: () => graph }));
  return typeof text === 'string' ? text : [...text].join('');
}

export const svgOf = (graph: Graph): string => written(svg, graph);
export const dotOf = (graph: Graph): string => written(dot, graph);
