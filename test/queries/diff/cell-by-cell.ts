/**
 * What a diff is, by definition: every ordered pair of two ends is asked of both reaches, node by node, and shown where the
 * answers differ. It knows no classes and no rows; it belongs to the tests, and stays naive.
 */

import { type AddressRange, addressRanges, formatRange, rangesSet } from '../../../src/algebra/address-set.ts';
import type { Cell, Reach } from '../../../src/engine/reach.ts';
import type { BySide } from '../../../src/ingest/index.ts';
import type { Change, ChangeEnd } from '../../../src/queries/diff/change.ts';
import { cellKey, cutCell, jointCell, NOTHING } from '../../../src/queries/diff/joint-cell.ts';
import { isNamed } from '../../../src/queries/focus.ts';
import type { MatrixQuery } from '../../../src/queries/matrix.ts';
import { pushTo } from '../../../src/util/ordering.ts';

/** In no order. */
export function changesByCells(reaches: BySide<Reach>, query: MatrixQuery): Change[] {
  const ends = endsOf(reaches);
  const named = ends.filter((end) => end.kind !== 'outside');
  const atoms = query.external ? ends.filter((end) => end.kind === 'outside') : [];
  const change = (from: ChangeEnd, to: ChangeEnd) => changeOf(reaches, { from, to }, query);
  return [
    ...named.flatMap((from) => named.flatMap((to) => change(from, to))),
    ...named.flatMap((from) => merged(atoms.flatMap((to) => change(from, to)))),
    ...named.flatMap((to) => merged(atoms.flatMap((from) => change(from, to)))),
  ];
}

function changeOf(reaches: BySide<Reach>, ends: { from: ChangeEnd; to: ChangeEnd }, query: MatrixQuery): Change[] {
  if (!isAsked(reaches, ends, query)) return [];
  const cell = (reach: Reach) => {
    const whole = cellBetween(reach, ends.from, ends.to);
    return query.connection ? cutCell(whole, query.connection) : whole;
  };
  const before = cell(reaches.before);
  const after = cell(reaches.after);
  return cellKey(before) === cellKey(after) ? [] : [{ ...ends, before, after }];
}

function cellBetween(reach: Reach, from: ChangeEnd, to: ChangeEnd): Cell {
  const cells = nodesOf(reach, from).flatMap((a) => nodesOf(reach, to).map((b) => reach.between(a, b)));
  return cells.length > 0 ? cells.reduce(jointCell) : NOTHING;
}

function nodesOf(reach: Reach, end: ChangeEnd): number[] {
  return reach.nodes.flatMap((node, i) => {
    if (node.kind !== 'outside') return end.kind !== 'outside' && node.endpoint.workload === end.id ? [i] : [];
    return end.kind === 'outside' && overlap(node.range, end.range) ? [i] : [];
  });
}

/** Every workload and controller of either side, and outside addresses cut at every border of either. */
function endsOf({ before, after }: BySide<Reach>): ChangeEnd[] {
  const nodes = [...before.nodes, ...after.nodes];
  const named = nodes.flatMap((node): ChangeEnd[] => {
    if (node.kind === 'outside') return [];
    const kind = node.kind === 'entry' ? 'entry' : 'workload';
    return [{ kind, id: node.endpoint.workload, beyond: node.endpoint.beyond, nodes: { before: [], after: [] } }];
  });
  const atoms = rangesOf(before)
    .flatMap((a) => rangesOf(after).flatMap((b) => overlap(a, b) ?? []))
    .map((range): ChangeEnd => ({ kind: 'outside', id: formatRange(range), range }));
  return [...new Map([...named, ...atoms].map((end) => [end.id, end])).values()];
}

function rangesOf(reach: Reach): AddressRange[] {
  return reach.nodes.flatMap((node) => (node.kind === 'outside' ? [node.range] : []));
}

function overlap(a: AddressRange, b: AddressRange): AddressRange | undefined {
  if (a.family === 'IPv4' && b.family === 'IPv4') {
    const [first, last] = [Math.max(a.first, b.first), Math.min(a.last, b.last)];
    return first <= last ? { family: 'IPv4', first, last } : undefined;
  }
  if (a.family === 'IPv4' || b.family === 'IPv4') return undefined;
  const [first, last] = [a.first > b.first ? a.first : b.first, a.last < b.last ? a.last : b.last];
  return first <= last ? { family: 'IPv6', first, last } : undefined;
}

/** The changes of one named end, with touching addresses for which the same changed as one. */
function merged(changes: readonly Change[]): Change[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) pushTo(groups, `${cellKey(change.before)} / ${cellKey(change.after)}`, change);
  return [...groups.values()].flatMap((group) => {
    const ends = group.flatMap(({ from, to }) => [from, to]);
    const ranges = addressRanges(rangesSet(ends.flatMap((end) => (end.kind === 'outside' ? [end.range] : []))));
    const [first] = group;
    if (!first) return [];
    const whole = (end: ChangeEnd, range: AddressRange): ChangeEnd =>
      end.kind === 'outside' ? { kind: 'outside', id: formatRange(range), range } : end;
    return ranges.map((range) => ({ ...first, from: whole(first.from, range), to: whole(first.to, range) }));
  });
}

function isAsked(
  reaches: BySide<Reach>,
  { from, to }: { from: ChangeEnd; to: ChangeEnd },
  query: MatrixQuery,
): boolean {
  const { focus, focusPeer, direction, self } = query;
  if (!self && from.id === to.id) return false;
  if (focus.length === 0) return true;
  const isCalled = (end: ChangeEnd, names: readonly string[]) =>
    [...reaches.before.nodes, ...reaches.after.nodes].some(
      (node) => node.kind === 'endpoint' && node.endpoint.workload === end.id && isNamed(node.endpoint, names),
    );
  const isFocused = (end: ChangeEnd, other: ChangeEnd) =>
    isCalled(end, focus) && (focusPeer.length === 0 || isCalled(other, focusPeer));
  return (direction !== 'egress' && isFocused(to, from)) || (direction !== 'ingress' && isFocused(from, to));
}
