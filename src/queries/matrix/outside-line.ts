/**
 * Outside addresses in their order, IPv4 before IPv6. Policies cut them into many ranges; touching ones that exchange
 * the same with an end are one range again in an answer.
 */

import { type AddressRange, formatRange } from '../../algebra/address-set.ts';
import type { Cell, Reach } from '../../engine/reach.ts';
import type { OutsideEnd } from './ends.ts';

/** Neighbours with one cell: their first and their last position on the line. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly cell: Cell;
}

export class OutsideLine {
  /** The node at each position. */
  readonly nodes: readonly number[];
  readonly #ranges: readonly AddressRange[];
  /** Where the second family begins. */
  readonly #border: number;
  readonly #ends = new Map<number, OutsideEnd>();

  constructor({ nodes }: Reach) {
    const found = nodes.flatMap((node, i) => (node.kind === 'outside' ? [{ node: i, range: node.range }] : []));
    this.nodes = found.map(({ node }) => node);
    this.#ranges = found.map(({ range }) => range);
    this.#border = this.#ranges.findIndex(({ family }) => family === 'IPv6');
  }

  /** Whether a run can go on from the position before. */
  continues(position: number): boolean {
    return position > 0 && position !== this.#border;
  }

  /** The runs of the line, `cellAt` telling what is exchanged with the node at a position. */
  *runs(cellAt: (node: number) => Cell | null): Generator<Run> {
    let [first, open]: [number, Cell | null] = [0, null];
    for (const [position, node] of this.nodes.entries()) {
      const cell = cellAt(node);
      if (cell === open && this.continues(position)) continue;
      if (open) yield { first, last: position - 1, cell: open };
      [first, open] = [position, cell];
    }
    if (open) yield { first, last: this.nodes.length - 1, cell: open };
  }

  /** A run as an end of pairs; the same object for the same run. */
  end({ first, last }: Run): OutsideEnd {
    const key = first * this.nodes.length + last;
    const known = this.#ends.get(key);
    if (known) return known;
    const range = span(this.#ranges[first], this.#ranges[last]);
    const end: OutsideEnd = { kind: 'outside', id: formatRange(range), node: this.nodes[first] ?? -1, range };
    this.#ends.set(key, end);
    return end;
  }
}

function span(first: AddressRange | undefined, last: AddressRange | undefined): AddressRange {
  if (first?.family === 'IPv4' && last?.family === 'IPv4') return { ...first, last: last.last };
  if (first?.family === 'IPv6' && last?.family === 'IPv6') return { ...first, last: last.last };
  throw new Error('a run is of one family');
}
