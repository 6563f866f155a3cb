/** Outside addresses by what changed for them towards one class, touching ranges with one change merged. */

import { type AddressRange, addressRanges, rangesSet } from '../../algebra/address-set.ts';
import type { Cell } from '../../engine/reach.ts';
import type { BySide } from '../../ingest/index.ts';
import { cellKey } from './joint-cell.ts';
import type { JointClass } from './units.ts';

export class ChangedRanges {
  readonly #byCells = new Map<string, { cells: BySide<Cell>; ranges: AddressRange[] }>();

  add({ units }: JointClass, cells: BySide<Cell>): void {
    const key = `${cellKey(cells.before)} / ${cellKey(cells.after)}`;
    const entry = this.#byCells.get(key) ?? { cells, ranges: [] };
    for (const unit of units) if (unit.kind === 'outside') entry.ranges.push(unit.range);
    this.#byCells.set(key, entry);
  }

  *merged(): Generator<BySide<Cell> & { readonly range: AddressRange }> {
    for (const { cells, ranges } of this.#byCells.values()) {
      for (const range of addressRanges(rangesSet(ranges))) yield { range, ...cells };
    }
  }
}
