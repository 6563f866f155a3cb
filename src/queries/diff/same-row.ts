/**
 * Kernel: whether two rows say the same, by one walk over the runs of both. It is sure of what it confirms; where classes
 * of the two sides do not correspond one to one and in their order, it leaves the answer to others.
 */

import type { Row } from '../../engine/reach.ts';
import { EMPTY } from './cell-table.ts';
import { type ClassGroups, UNASKED } from './class-groups.ts';
import type { SideRow } from './side-row.ts';

export function isSameRow(before: SideRow, after: SideRow, groups: ClassGroups): boolean {
  if (!before.single || !after.single) return false;
  const old = new Walk(before, before.single, groups.partners.before);
  const now = new Walk(after, after.single, groups.partners.after);
  while (old.seek()) {
    if (!now.seek() || now.value !== old.value || groups.partners.before[old.at] !== now.at) return false;
    const straight = groups.straights.before[old.at] as number;
    const length = Math.min(old.last, straight) - old.at + 1;
    const common = Math.min(length, now.last - now.at + 1);
    old.at += common;
    now.at += common;
  }
  return !now.seek();
}

/** A place in a row. */
class Walk {
  readonly #side: SideRow;
  readonly #row: Row;
  readonly #partners: Int32Array;
  #run = -1;
  /** The class it is at, the last of its run, and the number of their cell. */
  at = 0;
  last = -1;
  value = EMPTY;

  constructor(side: SideRow, row: Row, partners: Int32Array) {
    this.#side = side;
    this.#row = row;
    this.#partners = partners;
  }

  /** Goes on to where something is that counts; false where nothing is left. */
  seek(): boolean {
    for (;;) {
      while (this.at <= this.last && this.#partners[this.at] === UNASKED) this.at++;
      if (this.at <= this.last) return true;
      if (++this.#run >= this.#row.cells.length) return false;
      this.value = this.#side.numberOf(this.#row.cells[this.#run] as number);
      this.last = this.#row.lasts[this.#run] as number;
      this.at = this.value === EMPTY ? this.last + 1 : (this.#row.firsts[this.#run] as number);
    }
  }
}
