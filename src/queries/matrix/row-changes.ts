/** Kernel: where two rows differ, told by their runs, however many classes those span. */

import { NOTHING } from './cut-cells.ts';

/** Beyond every class. */
const NEVER = 2 ** 30 - 1;

/** Runs of neighbouring destination classes, ascending, and the number of the cell of each. */
export interface SentRow {
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
  readonly numbers: Int32Array;
}

/** Is told of neighbouring classes whose cell is another before and after. */
export type TakeChange = (first: number, last: number, before: number, after: number) => void;

/** In ascending order. There are tens of thousands: nothing is made for any. */
export function rowChanges(before: SentRow, after: SentRow, take: TakeChange): void {
  const [endB, endA] = [before.numbers.length, after.numbers.length];
  let [b, a, at] = [0, 0, 0];
  while (b < endB || a < endA) {
    const fromB = b < endB ? Math.max(before.firsts[b] as number, at) : NEVER;
    const fromA = a < endA ? Math.max(after.firsts[a] as number, at) : NEVER;
    const first = Math.min(fromB, fromA);
    const lastB = fromB === first ? (before.lasts[b] as number) : fromB - 1;
    const lastA = fromA === first ? (after.lasts[a] as number) : fromA - 1;
    const last = Math.min(lastB, lastA);
    const was = fromB === first ? (before.numbers[b] as number) : NOTHING;
    const is = fromA === first ? (after.numbers[a] as number) : NOTHING;
    if (was !== is) take(first, last, was, is);
    if (fromB === first && lastB === last) b++;
    if (fromA === first && lastA === last) a++;
    at = last + 1;
  }
}
