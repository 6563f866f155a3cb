/**
 * Kernel: the rows of one source on both sides, compared. It costs what the two rows hold, and what differs: classes
 * for which neither has anything are not looked at, and groups of classes with one cell are passed over as wholes.
 */

import type { Reach } from '../../engine/reach.ts';
import { type BySide, LIMITS, SIDES, type SideName } from '../../ingest/index.ts';
import { exceed } from '../../util/problem.ts';
import type { CellTable } from './cell-table.ts';
import type { ClassGroups } from './class-groups.ts';
import { isSameRow } from './same-row.ts';
import { SideRow } from './side-row.ts';
import type { JointClass } from './units.ts';

/** What differs in the row of one source. The lists hold until the next row is compared. */
export interface RowChanges {
  /** Positions of joint classes, ascending. */
  readonly destinations: Int32Array;
  /** By the position of a joint class that differs: the numbers of its cells. */
  readonly cells: BySide<Int32Array>;
}

const MIXED = -1;

export class RowComparison {
  readonly #destinations: readonly JointClass[];
  readonly #rows: BySide<SideRow>;
  readonly #cells: BySide<Int32Array>;
  readonly #found: Int32Array;
  #count = 0;
  /** By joint class and by group: the last source for which it was looked at. */
  readonly #seen: Int32Array;
  readonly #stamps: Int32Array;
  /** By group: the one cell of the classes met, and how many were met. */
  readonly #values: Int32Array;
  readonly #met: Int32Array;
  #source = 0;
  #compared = 0;

  constructor({ before, after }: BySide<Reach>, destinations: readonly JointClass[], table: CellTable) {
    this.#destinations = destinations;
    this.#rows = { before: new SideRow(before, table), after: new SideRow(after, table) };
    const numbers = () => new Int32Array(destinations.length);
    [this.#found, this.#seen] = [numbers(), numbers()];
    this.#cells = { before: numbers(), after: numbers() };
    const size = before.destinations.members.length + after.destinations.members.length;
    this.#stamps = new Int32Array(size);
    this.#values = new Int32Array(size);
    this.#met = new Int32Array(size);
  }

  of(source: JointClass, groups: ClassGroups): RowChanges {
    this.#source++;
    this.#count = 0;
    const { before, after } = this.#rows;
    for (const side of SIDES) this.#rows[side].goTo(source.classes[side]);
    if (!isSameRow(before, after, groups)) this.#search(groups);
    return { destinations: this.#found.subarray(0, this.#count).sort(), cells: this.#cells };
  }

  #search(groups: ClassGroups): void {
    for (const side of SIDES) this.#rows[side].spread();
    for (const side of SIDES) this.#meet(this.#rows[side], groups.groupOf[side]);
    for (const side of SIDES) this.#look(side, groups);
  }

  /** Notes for every group which cells its classes have. */
  #meet({ classes, values, count }: SideRow, groupOf: Int32Array): void {
    for (let i = 0; i < count; i++) {
      const id = classes[i] as number;
      const group = groupOf[id] as number;
      if (group < 0) continue;
      const value = values[id] as number;
      if (this.#stamps[group] !== this.#source) {
        this.#stamps[group] = this.#source;
        this.#values[group] = value;
        this.#met[group] = 1;
        continue;
      }
      this.#met[group] = (this.#met[group] as number) + 1;
      if (this.#values[group] !== value) this.#values[group] = MIXED;
    }
  }

  /** Compares the joint classes of those groups that have more than one cell. */
  #look(side: SideName, { groupOf, joint, sizes }: ClassGroups): void {
    const { classes, count } = this.#rows[side];
    for (let i = 0; i < count; i++) {
      const id = classes[i] as number;
      const group = groupOf[side][id] as number;
      if (group < 0 || (this.#values[group] !== MIXED && this.#met[group] === sizes[group])) continue;
      const list = joint[side][id] as readonly number[];
      for (let k = 0; k < list.length; k++) this.#compare(list[k] as number);
      this.#spend(list.length);
    }
  }

  #compare(at: number): void {
    if (this.#seen[at] === this.#source) return;
    this.#seen[at] = this.#source;
    const { classes } = this.#destinations[at] as JointClass;
    const before = this.#rows.before.at(classes.before);
    const after = this.#rows.after.at(classes.after);
    if (before === after) return;
    this.#cells.before[at] = before;
    this.#cells.after[at] = after;
    this.#found[this.#count++] = at;
  }

  #spend(comparisons: number): void {
    this.#compared += comparisons;
    if (this.#compared <= LIMITS.ruleWork.value) return;
    const detail = 'the two bundles group their workloads too differently; compare fewer namespaces at once';
    exceed('ruleWork', this.#compared, LIMITS.ruleWork.value, detail);
  }
}
