/**
 * The values of one label, and for each value the items that have it. What is kept is as long as the list of those who
 * have the label: a bundle may ask for ten thousand labels, each of one pod.
 */

import type { Labels } from '../policy/labels.ts';
import { addBits, type Bits, emptyBits, setBit } from './bits.ts';
import { BlockMap } from './block-map.ts';

/** In the place of a value that is not shown. */
const HIDDEN = -1;

/** A value that more than this part of all items have is kept as a bitmap as well. */
const DENSE = 1 / 32;

export class LabelColumn {
  readonly #size: number;
  readonly #numbers = new Map<string, number>();
  /** Positions of holders by value, ascending. */
  readonly #with: BlockMap;
  readonly #dense: (Bits | undefined)[] = [];
  /** The items that have the label, ascending. */
  readonly holders: readonly number[];
  /** Those of them whose value is not shown. */
  readonly hidden: readonly number[];
  /** Those of them that may have labels beside those they list. */
  readonly open: readonly number[];

  constructor(key: string, holders: readonly number[], items: readonly (Labels | undefined)[]) {
    this.#size = items.length;
    this.holders = holders;
    const values = holders.map((item) => this.#numberOf(items[item]?.get(key)));
    this.#with = BlockMap.keysOf(values, this.#numbers.size);
    this.hidden = holders.filter((_, at) => values[at] === HIDDEN);
    this.open = holders.filter((item) => items[item]?.open);
  }

  #numberOf(value: string | null | undefined): number {
    if (typeof value !== 'string') return HIDDEN;
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** Adds the items with a value to a bitmap. */
  addTo(bits: Bits, value: string): void {
    const number = this.#numbers.get(value);
    if (number === undefined) return;
    const { starts, items } = this.#with;
    const start = starts[number] as number;
    const end = starts[number + 1] as number;
    if (end - start > this.#size * DENSE) {
      addBits(bits, this.#denseOf(number));
      return;
    }
    for (let at = start; at < end; at++) setBit(bits, this.holders[items[at] as number] as number);
  }

  #denseOf(number: number): Bits {
    const known = this.#dense[number];
    if (known) return known;
    const made = emptyBits(this.#size);
    for (const at of this.#with.of(number)) setBit(made, this.holders[at] as number);
    this.#dense[number] = made;
    return made;
  }
}
