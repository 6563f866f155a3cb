/** Outside addresses by what they may exchange with one class of endpoints, touching ranges with one answer merged. */

import { type AddressRange, addressRanges, rangesSet } from '../algebra/address-set.ts';
import { connectionKey } from '../algebra/connection-set.ts';
import type { Cell, Reach } from '../engine/reach.ts';

export interface RangedCell {
  readonly cell: Cell;
  readonly ranges: readonly AddressRange[];
}

export class OutsideCells {
  readonly #byCell = new Map<string, { cell: Cell; ranges: AddressRange[] }>();

  add({ cell, ranges }: RangedCell): void {
    const key = `${connectionKey(cell.allow)} ${connectionKey(cell.unknown)}`;
    const entry = this.#byCell.get(key) ?? { cell, ranges: [] };
    entry.ranges.push(...ranges);
    this.#byCell.set(key, entry);
  }

  /** Every merged range, with its cell. */
  *merged(): Generator<{ range: AddressRange; cell: Cell }> {
    for (const { cell, ranges } of this.#byCell.values()) {
      for (const range of addressRanges(rangesSet(ranges))) yield { range, cell };
    }
  }
}

/** The outside addresses among some nodes. */
export function rangesOf(reach: Reach, nodes: readonly number[] = []): AddressRange[] {
  return nodes.flatMap((i) => {
    const node = reach.nodes[i];
    return node?.kind === 'outside' ? [node.range] : [];
  });
}
