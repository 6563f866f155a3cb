/** The cells of a reach, each pair of classes decided once, however many nodes are in them. */

import type { Cell } from '../../engine/cell.ts';
import type { Reach } from '../../engine/reach.ts';

export class Cells {
  readonly reach: Reach;
  readonly #known = new Map<number, Cell>();

  constructor(reach: Reach) {
    this.reach = reach;
  }

  between(from: number, to: number): Cell {
    const { sources, destinations } = this.reach;
    const source = sources.classOf[from] ?? 0;
    const key = source * destinations.members.length + (destinations.classOf[to] ?? 0);
    const known = this.#known.get(key);
    if (known) return known;
    const cell = this.reach.between(from, to);
    this.#known.set(key, cell);
    return cell;
  }
}
