/** Pair by pair, and range by range of outside addresses: where do two answers say something else? */

import { equal, NONE } from '../../src/algebra/connection-set.ts';
import { type ComparableAnswer, type Ends, endsOf, type OpenPorts, type RangedPorts } from './answer.ts';

export interface Difference extends Ends {
  readonly first: number;
  readonly last: number;
  readonly ours: OpenPorts;
  readonly theirs: OpenPorts;
}

export interface Comparison {
  /** Pairs of ends, outside addresses cut wherever either answer cuts them. */
  readonly compared: number;
  readonly differences: readonly Difference[];
}

const CLOSED: OpenPorts = { allow: NONE, unknown: NONE };

export function compareAnswers(ours: ComparableAnswer, theirs: ComparableAnswer): Comparison {
  const differences: Difference[] = [];
  let compared = 0;
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const [mine = [], other = []] = [ours.get(key), theirs.get(key)];
    for (const { first, last } of pieces([...mine, ...other])) {
      const [a, b] = [portsAt(mine, first), portsAt(other, first)];
      compared++;
      if (!equal(a.allow, b.allow) || !equal(a.unknown, b.unknown)) {
        differences.push({ ...endsOf(key), first, last, ours: a, theirs: b });
      }
    }
  }
  return { compared, differences };
}

/** The parts between all borders, those that no range covers aside. */
function pieces(ranges: readonly RangedPorts[]): { first: number; last: number }[] {
  const starts = [...new Set(ranges.flatMap((r) => [r.first, r.last + 1]))].sort((a, b) => a - b);
  return starts.flatMap((first, index) => {
    const next = starts[index + 1];
    return next !== undefined && ranges.some((r) => r.first <= first && first <= r.last)
      ? [{ first, last: next - 1 }]
      : [];
  });
}

function portsAt(ranges: readonly RangedPorts[], address: number): OpenPorts {
  return ranges.find((r) => r.first <= address && address <= r.last) ?? CLOSED;
}
