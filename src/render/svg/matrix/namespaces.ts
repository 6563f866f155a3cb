/**
 * Too many ends for cells of their own: namespaces are the ends, and the outside is one. What is counted is pairs of
 * workloads; from or to the outside, workloads with any address there.
 */

import type { GraphGroup } from '../../graph.ts';
import type { Sketch, Spot } from '../sketch.ts';

/** Namespaces beyond this are drawn as one. */
const MOST = 120;

/** A namespace, or all of the outside that is of one kind, as one end. */
export interface Bloc {
  readonly title: string;
  readonly place: Spot['place'];
  /** Workloads in it; the outside counts as one. */
  readonly size: number;
}

export interface Traffic {
  /** Pairs with something allowed. */
  readonly open: number;
  /** Pairs with nothing allowed for sure, but something unknown. */
  readonly unknown: number;
  /** All pairs of an end of the one and an end of the other. */
  readonly pairs: number;
}

export interface Blocs {
  readonly blocs: readonly Bloc[];
  /** Undefined where nothing is open or unknown. */
  traffic(from: Bloc, to: Bloc): Traffic | undefined;
}

/** The namespaces that are drawn by themselves: the largest, in their own order. */
function ownGroups({ groups, spots }: Sketch): GraphGroup[] {
  if (groups.length <= MOST) return [...groups];
  const members = Map.groupBy(spots, ({ group }) => group);
  const sizeOf = ({ id }: GraphGroup): number => members.get(id)?.length ?? 0;
  const kept = new Set([...groups].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, MOST - 1));
  return groups.filter((group) => kept.has(group));
}

function outsideTitle([first, ...more]: readonly Spot[]): string {
  if (first === undefined) return '';
  return more.length === 0 ? first.label : 'outside addresses';
}

/** Every spot's bloc: the outside first, then the namespaces, the rest of them last. */
function blocsOf(sketch: Sketch): Map<Spot, Bloc> {
  const groups = ownGroups(sketch);
  const own = new Set(groups.map(({ id }) => id));
  const outside = Map.groupBy(
    sketch.spots.filter(({ place }) => place !== 'inside'),
    ({ place, kind }) => `${place} ${kind}`,
  );
  const inside = Map.groupBy(
    sketch.spots.filter(({ place }) => place === 'inside'),
    ({ group }) => (group !== undefined && own.has(group) ? group : undefined),
  );
  const folded = sketch.groups.length - groups.length;
  const rest = { id: undefined, title: folded > 0 ? `${folded} other namespaces` : 'without a namespace' };
  const blocs = new Map<Spot, Bloc>();
  for (const spots of outside.values()) {
    const bloc: Bloc = { title: outsideTitle(spots), place: spots[0]?.place ?? 'before', size: 1 };
    for (const spot of spots) blocs.set(spot, bloc);
  }
  for (const { id, title } of [...groups, rest]) {
    const spots = inside.get(id) ?? [];
    const bloc: Bloc = { title, place: 'inside', size: spots.length };
    for (const spot of spots) blocs.set(spot, bloc);
  }
  return blocs;
}

type Counts = { open: number; unknown: number };

/** Counts every pair once; of pairs with the same address block of the outside, what is open comes first. */
function countsOf({ links }: Sketch, blocOf: ReadonlyMap<Spot, Bloc>): Map<Bloc, Map<Bloc, Counts>> {
  const end = (spot: Spot): Spot | Bloc | undefined => (spot.place === 'inside' ? spot : blocOf.get(spot));
  const counts = new Map<Bloc, Map<Bloc, Counts>>();
  const seen = new Map<Spot | Bloc, Set<Spot | Bloc>>();
  const openFirst = [...links.filter(({ label }) => label !== ''), ...links.filter(({ label }) => label === '')];
  for (const { from, to, label } of openFirst) {
    const [source, destination, row, column] = [end(from), end(to), blocOf.get(from), blocOf.get(to)];
    if (source === undefined || destination === undefined || row === undefined || column === undefined) continue;
    const known = seen.get(source) ?? new Set();
    seen.set(source, known);
    if (known.has(destination)) continue;
    known.add(destination);
    const cells = counts.get(row) ?? new Map<Bloc, Counts>();
    counts.set(row, cells);
    const cell = cells.get(column) ?? { open: 0, unknown: 0 };
    cell[label === '' ? 'unknown' : 'open'] += 1;
    cells.set(column, cell);
  }
  return counts;
}

export function blocsWithTraffic(sketch: Sketch): Blocs {
  const blocOf = blocsOf(sketch);
  const counts = countsOf(sketch, blocOf);
  return {
    blocs: [...new Set(blocOf.values())],
    traffic(from, to) {
      const counted = counts.get(from)?.get(to);
      if (counted === undefined) return undefined;
      return { ...counted, pairs: from.size * (from === to ? Math.max(from.size - 1, 1) : to.size) };
    },
  };
}
