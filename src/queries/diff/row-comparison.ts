/**
 * Kernel: the rows of one source on both sides, compared. It costs what the two rows hold, and what differs: classes
 * for which neither has anything are not looked at, and groups of classes with one cell are passed over as wholes.
 */

import type { Reach } from '../../engine/reach.ts';
import { type BySide, LIMITS, SIDES, type SideName } from '../../ingest/index.ts';
import { exceed } from '../../util/problem.ts';
import type { CellTable } from './cell-table.ts';
import { type ClassGroups, SEVERAL } from './class-groups.ts';
import { GroupCells } from './group-cells.ts';
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

export class RowComparison {
  readonly #rows: BySide<SideRow>;
  readonly #groupCells: GroupCells;
  readonly #found: Int32Array;
  #count = 0;
  readonly #cells: BySide<Int32Array>;
  /** By joint class: the last source for which it was compared. */
  readonly #sources: Int32Array;
  #source = 0;
  #compared = 0;

  constructor({ before, after }: BySide<Reach>, destinations: readonly JointClass[], table: CellTable) {
    const row = (side: SideName, reach: Reach) =>
      new SideRow(
        reach,
        table,
        destinations.map(({ classes }) => classes[side]),
      );
    this.#rows = { before: row('before', before), after: row('after', after) };
    this.#groupCells = new GroupCells(before.destinations.members.length + after.destinations.members.length);
    const numbers = () => new Int32Array(destinations.length);
    [this.#found, this.#sources] = [numbers(), numbers()];
    this.#cells = { before: numbers(), after: numbers() };
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
    const { before, after } = this.#rows;
    before.spread();
    after.spread();
    this.#groupCells.clear();
    this.#searchPairs(groups, 'before', after);
    this.#searchPairs(groups, 'after', before);
    if (this.#groupCells.count === 0) return;
    for (const side of SIDES) this.#searchGroups(groups, side);
  }

  /** Compares classes with their partners; of larger groups it only notes which cells they have. */
  #searchPairs(groups: ClassGroups, side: SideName, other: SideRow): void {
    const { classes, count, values } = this.#rows[side];
    const partners = groups.partners[side];
    for (let i = 0; i < count; i++) {
      const id = classes[i] as number;
      const partner = partners[id] as number;
      if (partner >= 0 && other.values[partner] !== values[id]) this.#compare(groups.joint[side][id] ?? []);
      else if (partner === SEVERAL) this.#groupCells.meet(groups.groupOf[side][id] as number, values[id] as number);
    }
  }

  /** Compares the joint classes of those larger groups that have more than one cell. */
  #searchGroups({ partners, groupOf, sizes, joint }: ClassGroups, side: SideName): void {
    const { classes, count } = this.#rows[side];
    for (let i = 0; i < count; i++) {
      const id = classes[i] as number;
      if (partners[side][id] !== SEVERAL) continue;
      const group = groupOf[side][id] as number;
      if (!this.#groupCells.isEven(group, sizes[group] as number)) this.#compare(joint[side][id] ?? []);
    }
  }

  #compare(list: readonly number[]): void {
    const { before, after } = this.#rows;
    const [sources, source] = [this.#sources, this.#source];
    for (let i = 0; i < list.length; i++) {
      const at = list[i] as number;
      if (sources[at] === source) continue;
      sources[at] = source;
      const old = before.of(at);
      const now = after.of(at);
      if (old === now) continue;
      this.#cells.before[at] = old;
      this.#cells.after[at] = now;
      this.#found[this.#count++] = at;
    }
    this.#spend(list.length);
  }

  /** Two sides that group their workloads quite differently can link every class with every other. */
  #spend(comparisons: number): void {
    this.#compared += comparisons;
    if (this.#compared <= LIMITS.ruleWork.value) return;
    const detail = 'the two bundles group their workloads too differently; compare fewer namespaces at once';
    exceed('ruleWork', this.#compared, LIMITS.ruleWork.value, detail);
  }
}
