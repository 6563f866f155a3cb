/** The values of one label among many items, and for each value the items that have it. */

import type { Labels } from '../policy/labels.ts';
import { type Bits, emptyBits, setBit } from './bits.ts';
import { BlockMap } from './block-map.ts';

/** In the place of a value. */
const ABSENT = -1;

/** A value that more than this part of all items have is kept as a bitmap as well. */
const DENSE = 1 / 32;

export class LabelColumn {
  readonly #size: number;
  readonly #numbers = new Map<string, number>();
  /** The items with each value, ascending. */
  readonly #with: BlockMap;
  readonly #dense: (Bits | undefined)[] = [];
  /** Items that have the label, whatever its value. */
  readonly present: Bits;
  /** Items that have it with a value that is not shown; undefined where there are none. */
  readonly hidden: Bits | undefined;
  /** Items that do not list it, and may have it all the same; undefined where there are none. */
  readonly unlisted: Bits | undefined;

  constructor(key: string, items: readonly (Labels | undefined)[]) {
    this.#size = items.length;
    this.present = emptyBits(items.length);
    const hidden: number[] = [];
    const unlisted: number[] = [];
    const numberOf = new Int32Array(items.length).fill(ABSENT);
    for (let item = 0; item < items.length; item++) {
      const labels = items[item];
      const value = labels?.get(key);
      if (value === undefined) {
        if (labels?.open) unlisted.push(item);
        continue;
      }
      setBit(this.present, item);
      if (value === null) hidden.push(item);
      else numberOf[item] = this.#numberOf(value);
    }
    this.#with = BlockMap.keysOf(numberOf, this.#numbers.size);
    this.hidden = bitsOf(hidden, items.length);
    this.unlisted = bitsOf(unlisted, items.length);
  }

  #numberOf(value: string): number {
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
    const [start, end] = [starts[number] as number, starts[number + 1] as number];
    if (end - start > this.#size * DENSE) {
      const all = this.#denseOf(number);
      for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] as number) | (all[word] as number);
      return;
    }
    for (let at = start; at < end; at++) setBit(bits, items[at] as number);
  }

  #denseOf(number: number): Bits {
    const known = this.#dense[number];
    if (known) return known;
    const made = emptyBits(this.#size);
    for (const item of this.#with.of(number)) setBit(made, item);
    this.#dense[number] = made;
    return made;
  }
}

/** Undefined of nothing. */
function bitsOf(items: readonly number[], size: number): Bits | undefined {
  if (items.length === 0) return undefined;
  const bits = emptyBits(size);
  for (const item of items) setBit(bits, item);
  return bits;
}
