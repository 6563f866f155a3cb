/**
 * The graph in the DOT language of Graphviz (https://graphviz.org/doc/info/lang.html): a cluster per group, ports on
 * the edges, what is unknown dashed. Every id and label is a quoted string, so that no name is ever read as syntax,
 * as an HTML-like label or as an escape.
 */

import { forDotId, forDotLabel } from '../util/escape.ts';
import { graphFormat } from './format.ts';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';

const HEAD = `  graph [rankdir=LR, labelloc=t, labeljust=l, fontname="Helvetica", nodesep=0.25, ranksep=1]
  node [shape=box, style="rounded,filled", fillcolor=white, color="#566575", fontname="Helvetica", fontsize=11]
  edge [color="#566575", fontname="Helvetica", fontsize=9, arrowsize=0.7]
`;
/** Of more edges the labels stand beside them: Graphviz gives up on ranks with room for so many labels. */
const LABELLED = 100;
const CLUSTER = 'style="rounded,filled"; color="#d9d5ca"; fillcolor="#f0eee8"; fontsize=12';

/** What is no workload looks different in more than its colour. */
const SHAPES: Readonly<Record<GraphNode['kind'], string>> = {
  workload: '',
  external: ', shape=ellipse, style="dashed"',
  entry: ', shape=cds, style="filled"',
  host: ', shape=component, style="filled"',
};
const CHANGES: Readonly<Record<NonNullable<GraphEdge['change']>, { readonly sign: string; readonly look: string }>> = {
  added: { sign: '+ ', look: ', color="#1a7f37", fontcolor="#1a7f37", penwidth=2' },
  removed: { sign: '- ', look: ', color="#b3261e", fontcolor="#b3261e", style="dotted", penwidth=2' },
  changed: { sign: '~ ', look: ', color="#6639ba", fontcolor="#6639ba", penwidth=2' },
};

function nodeLine({ id, label, detail, kind }: GraphNode): string {
  const lines = detail === undefined ? [label] : [label, detail];
  // A line break of a label is the two characters `\n`, which no escaped text holds.
  const text = lines.map((line) => forDotLabel(line).slice(1, -1)).join('\\n');
  return `  ${forDotId(id)} [label="${text}", tooltip=${forDotLabel(id)}${SHAPES[kind]}]\n`;
}

/** `attribute`: `label`, for which there is room in the picture, or `xlabel`. */
function edgeLine({ from, to, label, unknown, change }: GraphEdge, attribute: string): string {
  const { sign, look } = change === undefined ? { sign: '', look: '' } : CHANGES[change];
  const texts = [...(label === '' ? [] : [label]), ...(unknown === undefined ? [] : [`unknown: ${unknown}`])];
  const dashed = label === '' && unknown !== undefined && change !== 'removed' ? ', style="dashed"' : '';
  return `  ${forDotId(from)} -> ${forDotId(to)} [${attribute}=${forDotLabel(sign + texts.join('; '))}${dashed}${look}]\n`;
}

function* draw({ title, note, groups, nodes, edges }: Graph): Generator<string> {
  const heading = note === undefined ? title : `${title}; ${note}`;
  yield `digraph portolan {\n${HEAD}  label=${forDotLabel(heading)}\n`;
  const byGroup = Map.groupBy(nodes, ({ group }) => group);
  const known = new Set(groups.map(({ id }) => id));
  for (const [index, { id, title: name }] of groups.entries()) {
    yield `  subgraph cluster_${index} {\n    label=${forDotLabel(name)}; ${CLUSTER}\n`;
    for (const node of byGroup.get(id) ?? []) yield `  ${nodeLine(node)}`;
    yield '  }\n';
  }
  for (const node of nodes) if (node.group === undefined || !known.has(node.group)) yield nodeLine(node);
  const attribute = edges.length > LABELLED ? 'xlabel' : 'label';
  for (const edge of edges) yield edgeLine(edge, attribute);
  yield '}\n';
}

export const dot = graphFormat({
  name: 'dot',
  mediaType: 'text/vnd.graphviz',
  parameters: 'charset=utf-8',
  description: 'The graph in the DOT language of Graphviz, a cluster per namespace.',
  draw,
});
