/**
 * A graph made ready to be drawn: ends are objects instead of ids, what lies outside is split into what comes before
 * the workloads and what lies behind them, and outside ends with the same connections are one.
 */

import { byKeys } from '../../util/ordering.ts';
import type { Graph, GraphEdge, GraphGroup, GraphNode } from '../graph.ts';

/** An end as it is drawn. */
export interface Spot extends Pick<GraphNode, 'label' | 'detail' | 'group' | 'kind' | 'isolated'> {
  /** Its full name, or those of all ends that are drawn as this one. */
  readonly name: string;
  /** `before`: outside, as a source; `behind`: outside, as a destination. */
  readonly place: 'before' | 'inside' | 'behind';
}

export interface Link extends Pick<GraphEdge, 'label' | 'full' | 'unknown' | 'change'> {
  readonly from: Spot;
  readonly to: Spot;
}

export interface Sketch {
  readonly title: string;
  readonly note: string;
  readonly groups: readonly GraphGroup[];
  readonly spots: readonly Spot[];
  readonly links: readonly Link[];
}

/** So many outside ends are named on one line. */
const NAMED = 2;

/** Two outside ends are one where this is the same: what they reach, or what reaches them. */
function signatures(edges: readonly GraphEdge[], side: 'from' | 'to'): Map<string, string> {
  const other = side === 'from' ? 'to' : 'from';
  const byEnd = Map.groupBy(edges, (edge) => edge[side]);
  return new Map(
    [...byEnd].map(([id, own]) => {
      const parts = own.map((e) => [e[other], e.label, e.unknown ?? '', e.change ?? ''].join('\u0000'));
      return [id, parts.sort().join('\u0001')];
    }),
  );
}

function outsideSpot(members: readonly GraphNode[], place: 'before' | 'behind'): Spot {
  const kind = members[0]?.kind ?? 'external';
  const named = members.slice(0, NAMED).map(({ label }) => label);
  const more = members.length > NAMED ? ` and ${members.length - NAMED} more` : '';
  const details = new Set(members.map(({ detail }) => detail ?? ''));
  const detail = details.has('') ? '' : [...details].join(', ');
  return {
    name: members.map(({ id }) => id).join(', '),
    label: named.join(', ') + more,
    kind,
    place,
    ...(detail === '' ? {} : { detail }),
  };
}

/** One side's outside ends by id; a node of both sides is in both. */
function outsideSpots({ nodes, edges }: Graph, place: 'before' | 'behind'): Map<string, Spot> {
  const signature = signatures(edges, place === 'before' ? 'from' : 'to');
  const outside = nodes.filter(({ id, kind }) => kind !== 'workload' && signature.has(id));
  const spots = new Map<string, Spot>();
  for (const members of Map.groupBy(outside, ({ id, kind }) => `${kind} ${signature.get(id)}`).values()) {
    const spot = outsideSpot(members, place);
    for (const { id } of members) spots.set(id, spot);
  }
  return spots;
}

function insideSpots({ nodes, groups }: Graph): Map<string, Spot> {
  const rank = new Map(groups.map(({ id }, index) => [id, index]));
  const inside = nodes.filter(({ kind }) => kind === 'workload');
  const ordered = inside.sort(byKeys((node) => rank.get(node.group ?? '') ?? groups.length));
  return new Map(ordered.map(({ id, ...node }) => [id, { ...node, name: id, place: 'inside' }]));
}

/** Links of merged ends are the same link; the first stands for all. */
function linksOf(edges: readonly GraphEdge[], spotOf: (id: string, side: 'from' | 'to') => Spot | undefined): Link[] {
  const seen = new Map<Spot, Set<Spot>>();
  return edges.flatMap(({ from: source, to: destination, ...rest }) => {
    const [from, to] = [spotOf(source, 'from'), spotOf(destination, 'to')];
    if (from === undefined || to === undefined) return [];
    const known = seen.get(from) ?? new Set();
    if (known.has(to)) return [];
    seen.set(from, known.add(to));
    return [{ from, to, ...rest }];
  });
}

export function sketchOf(graph: Graph): Sketch {
  const before = outsideSpots(graph, 'before');
  const inside = insideSpots(graph);
  const behind = outsideSpots(graph, 'behind');
  const links = linksOf(graph.edges, (id, side) => inside.get(id) ?? (side === 'from' ? before : behind).get(id));
  const spots = [...new Set([...before.values(), ...inside.values(), ...behind.values()])];
  const used = new Set(spots.map(({ group }) => group));
  const groups = graph.groups.filter(({ id }) => used.has(id));
  return { title: graph.title, note: graph.note ?? '', groups, spots, links };
}
