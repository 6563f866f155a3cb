/**
 * The matrix: every ordered pair with something allowed or unknown. Outside addresses with the same answer are merged
 * per pair, so that no policy cuts the rows of a workload it does not select.
 */

import { type AddressRange, formatRange } from '../algebra/address-set.ts';
import { type ConnectionSet, intersect, isEmpty } from '../algebra/connection-set.ts';
import type { Cell, Reach } from '../engine/reach.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import type { Direction } from '../policy/rule.ts';
import { isNamed, type Names } from './focus.ts';
import { OutsideCells, type RangedCell, rangesOf } from './outside-cells.ts';

export interface MatrixQuery {
  /** Empty: everything. */
  readonly focus: Names;
  readonly focusPeer: Names;
  /** Seen from the focus; counts only where there is one. */
  readonly direction: Direction | undefined;
  /** Cuts every cell to these connections. */
  readonly connection: ConnectionSet | undefined;
  /** Also pairs of one workload's own pods. */
  readonly self: boolean;
  readonly external: boolean;
}

/** An end of a pair: an endpoint, an entry controller, or a merged range of outside addresses. */
export type End =
  | { readonly kind: 'endpoint' | 'entry'; readonly id: string; readonly node: number; readonly endpoint: Endpoint }
  | { readonly kind: 'outside'; readonly id: string; readonly range: AddressRange };

export interface Pair extends Cell {
  readonly from: End;
  readonly to: End;
}

/** The pairs a query asks for, class by class; sort them before showing them. */
export function* pairs(reach: Reach, query: MatrixQuery): Generator<Pair> {
  const targets = reach.destinations.members.map((nodes) => endpointsOf(reach, nodes));
  const inbound = new Map<number, OutsideCells>();
  for (const row of reach.rows()) {
    const sources = endpointsOf(reach, reach.sources.members[row.source] ?? []);
    const outbound = new OutsideCells();
    for (const [i, destination] of row.destinations.entries()) {
      const cell = reach.cellAt(row.cells[i] as number);
      const ends = targets[destination] ?? [];
      if (sources.length === 0)
        addInbound(inbound, destination, { cell, ranges: rangesOf(reach, reach.sources.members[row.source]) });
      else if (ends.length === 0)
        outbound.add({ cell, ranges: rangesOf(reach, reach.destinations.members[destination]) });
      for (const from of sources) for (const to of ends) yield* keep({ from, to, ...cell }, query);
    }
    for (const { range, cell } of outbound.merged())
      for (const from of sources) yield* keep({ from, to: outside(range), ...cell }, query);
  }
  for (const [destination, cells] of inbound) {
    for (const { range, cell } of cells.merged()) {
      const from = outside(range);
      for (const to of targets[destination] ?? []) yield* keep({ from, to, ...cell }, query);
    }
  }
}

function outside(range: AddressRange): End {
  return { kind: 'outside', id: formatRange(range), range };
}

function endpointsOf(reach: Reach, nodes: readonly number[]): End[] {
  return nodes.flatMap((i) => {
    const node = reach.nodes[i];
    if (node === undefined || node.kind === 'outside') return [];
    return [{ kind: node.kind, id: node.endpoint.id, node: i, endpoint: node.endpoint }];
  });
}

function addInbound(inbound: Map<number, OutsideCells>, destination: number, cell: RangedCell): void {
  const cells = inbound.get(destination) ?? new OutsideCells();
  cells.add(cell);
  inbound.set(destination, cells);
}

/** The pair as the query wants it, or nothing. */
function* keep(pair: Pair, query: MatrixQuery): Generator<Pair> {
  const { from, to } = pair;
  if (!query.external && (from.kind === 'outside' || to.kind === 'outside')) return;
  if (!query.self && from.kind === 'endpoint' && to.kind === 'endpoint' && sameWorkload(from, to)) return;
  if (query.focus.length > 0 && !inFocus(pair, query)) return;
  if (!query.connection) {
    yield pair;
    return;
  }
  const allow = intersect(pair.allow, query.connection);
  const unknown = intersect(pair.unknown, query.connection);
  if (!isEmpty(allow) || !isEmpty(unknown)) yield { from, to, allow, unknown };
}

function sameWorkload(a: { endpoint: Endpoint }, b: { endpoint: Endpoint }): boolean {
  return a.endpoint.workload === b.endpoint.workload;
}

function inFocus({ from, to }: Pair, { focus, focusPeer, direction }: MatrixQuery): boolean {
  const named = (end: End, names: Names) => end.kind === 'endpoint' && isNamed(end.endpoint, names);
  const focused = (end: End, other: End) => named(end, focus) && (focusPeer.length === 0 || named(other, focusPeer));
  return (direction !== 'egress' && focused(to, from)) || (direction !== 'ingress' && focused(from, to));
}
