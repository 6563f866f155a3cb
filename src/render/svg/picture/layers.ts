/**
 * Which column a workload stands in: one to the right of all that reach it. Where workloads reach each other in a
 * circle, as few lines as a greedy order finds run backwards (Eades, Lin and Smyth, "A fast and effective heuristic for
 * the feedback arc set problem", 1993); the columns are the longest paths of the rest.
 */

/** From and to, as numbers of workloads; the heavier, the rather it shall run forwards. */
export type Arc = readonly [from: number, to: number, weight: number];

interface Degrees {
  readonly incoming: number;
  readonly outgoing: number;
}

function degrees(vertex: number, left: ReadonlySet<number>, arcs: readonly Arc[]): Degrees {
  const sum = (own: readonly Arc[]): number => own.reduce((total, [, , weight]) => total + weight, 0);
  const others = arcs.filter(([from, to]) => from !== to && left.has(from) && left.has(to));
  return {
    incoming: sum(others.filter(([, to]) => to === vertex)),
    outgoing: sum(others.filter(([from]) => from === vertex)),
  };
}

/** An order in which most arcs lead forward; of equals the lower number goes first. */
function greedyOrder(count: number, arcs: readonly Arc[]): number[] {
  const most = 1 + arcs.reduce((total, [, , weight]) => total + weight, 0);
  const left = new Set(Array.from({ length: count }, (_, index) => index));
  const front: number[] = [];
  const back: number[] = [];
  while (left.size > 0) {
    let [chosen, gain, sink] = [-1, Number.NEGATIVE_INFINITY, false];
    for (const vertex of left) {
      const { incoming, outgoing } = degrees(vertex, left, arcs);
      if (outgoing === 0) [chosen, gain, sink] = [vertex, Number.POSITIVE_INFINITY, true];
      else if (incoming === 0 && gain < most) [chosen, gain, sink] = [vertex, most, false];
      else if (outgoing - incoming > gain) [chosen, gain, sink] = [vertex, outgoing - incoming, false];
      if (sink) break;
    }
    left.delete(chosen);
    if (sink) back.unshift(chosen);
    else front.push(chosen);
  }
  return [...front, ...back];
}

/** A column per workload, from 0. Those in `early` stay where their longest path begins. */
export function layersOf(count: number, arcs: readonly Arc[], early: ReadonlySet<number>): number[] {
  const order = greedyOrder(count, arcs);
  const rank = new Map(order.map((vertex, index) => [vertex, index]));
  const rankOf = (vertex: number): number => rank.get(vertex) ?? 0;
  const forward = arcs
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => (rankOf(from) < rankOf(to) ? ([from, to] as const) : ([to, from] as const)));
  const layer = Array.from({ length: count }, () => 0);
  const of = (vertex: number): number => layer[vertex] ?? 0;
  for (const vertex of order) {
    const before = forward.filter(([, to]) => to === vertex).map(([from]) => of(from) + 1);
    layer[vertex] = Math.max(0, ...before);
  }
  for (const vertex of order.toReversed()) {
    const reached = forward.filter(([from]) => from === vertex).map(([, to]) => of(to) - 1);
    const first = !forward.some(([, to]) => to === vertex);
    if (first && reached.length > 0 && !early.has(vertex)) layer[vertex] = Math.min(...reached);
  }
  return layer;
}
