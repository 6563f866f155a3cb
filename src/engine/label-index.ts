/**
 * Who may meet a predicate over labels, as bitmaps. `In` is never expanded into products, and what is kept is kept by
 * label and value, not by predicate.
 */

import type { Labels } from '../policy/labels.ts';
import type { Predicate } from '../policy/selector.ts';
import { pushTo } from '../util/ordering.ts';
import { addBits, type Bits, clearBit, emptyBits, hasBit, setBit } from './bits.ts';
import { LabelColumn } from './label-column.ts';

/** The items that surely meet a predicate, and those that may; the first are among the second. */
export interface Ternary {
  readonly sure: Bits;
  readonly possible: Bits;
}

export class LabelIndex {
  readonly #items: readonly (Labels | undefined)[];
  /** The items that have a label, by its key. */
  readonly #holders = new Map<string, number[]>();
  /** Items that may have labels beside those they list. */
  readonly #open: Bits;
  readonly #columns = new Map<string, LabelColumn>();
  /** By how deep the predicate lies that is being worked out. */
  readonly #scratch: Ternary[] = [];

  /** An item without labels, such as an outside address, is undefined; it is not to be asked about. */
  constructor(items: readonly (Labels | undefined)[]) {
    this.#items = items;
    this.#open = emptyBits(items.length);
    let item = 0;
    const hold = (_: string | null, key: string) => pushTo(this.#holders, key, item);
    for (; item < items.length; item++) {
      const labels = items[item];
      if (labels?.open) setBit(this.#open, item);
      labels?.forEach(hold);
    }
  }

  /** They hold until the next are asked for: what is given is always the room itself, made once. */
  bits(predicate: Predicate): Ternary {
    return this.#bits(predicate, 0);
  }

  #bits(predicate: Predicate, depth: number): Ternary {
    switch (predicate.kind) {
      case 'and':
        return this.#all(predicate.of, depth);
      case 'not':
        return this.#opposite(this.#bits(predicate.of, depth));
      case 'in':
        return this.#among(predicate.key, predicate.values, depth);
      case 'exists':
        return this.#exists(predicate.key, depth);
    }
  }

  #all(parts: readonly Predicate[], depth: number): Ternary {
    const [first, ...others] = parts;
    if (!first) return this.#everyone(depth);
    const all = this.#bits(first, depth);
    const { sure, possible } = all;
    for (const part of others) {
      const bits = this.#bits(part, depth + 1);
      for (let word = 0; word < sure.length; word++) {
        sure[word] = (sure[word] as number) & (bits.sure[word] as number);
        possible[word] = (possible[word] as number) & (bits.possible[word] as number);
      }
    }
    return all;
  }

  #everyone(depth: number): Ternary {
    const everyone = this.#room(depth);
    everyone.sure.fill(0xffffffff);
    everyone.possible.fill(0xffffffff);
    return everyone;
  }

  #opposite(bits: Ternary): Ternary {
    const { sure, possible } = bits;
    for (let word = 0; word < sure.length; word++) {
      const was = sure[word] as number;
      sure[word] = ~(possible[word] as number);
      possible[word] = ~was;
    }
    return bits;
  }

  #among(key: string, values: readonly string[], depth: number): Ternary {
    const among = this.#room(depth);
    const { sure, possible } = among;
    const column = this.#column(key);
    sure.fill(0);
    for (let i = 0; i < values.length; i++) column.addTo(sure, values[i] as string);
    possible.set(sure);
    if (values.length === 0) return among;
    // Who is open may have the label with one of the values, unless it is listed with another.
    addBits(possible, this.#open);
    for (const item of column.open) if (!hasBit(sure, item)) clearBit(possible, item);
    for (const item of column.hidden) setBit(possible, item);
    return among;
  }

  #exists(key: string, depth: number): Ternary {
    const holders = this.#room(depth);
    const { sure, possible } = holders;
    sure.fill(0);
    for (const item of this.#column(key).holders) setBit(sure, item);
    possible.set(sure);
    addBits(possible, this.#open);
    return holders;
  }

  #room(depth: number): Ternary {
    const known = this.#scratch[depth];
    if (known) return known;
    const made = { sure: emptyBits(this.#items.length), possible: emptyBits(this.#items.length) };
    this.#scratch[depth] = made;
    return made;
  }

  #column(key: string): LabelColumn {
    const known = this.#columns.get(key);
    if (known) return known;
    const made = new LabelColumn(key, this.#holders.get(key) ?? [], this.#items);
    this.#columns.set(key, made);
    return made;
  }
}
