/**
 * Who may meet a predicate over labels: an index from keys and values to the items that have them, and for each
 * requirement a pair of bitmaps, made once. `In` is never expanded into products, and no item is asked that lacks what
 * a selective requirement names.
 */

import type { Labels } from '../policy/labels.ts';
import { type Predicate, predicateText } from '../policy/selector.ts';
import { type Bits, emptyBits, setBit } from './bits.ts';

/** The items that surely meet a predicate, and those that may; the first are among the second. */
export interface Ternary {
  readonly sure: Bits;
  readonly possible: Bits;
}

interface Postings {
  readonly byValue: Map<string, number[]>;
  /** Items that have the label with a value that is not shown. */
  readonly hidden: number[];
}

/** A list of candidates shorter than this part of all items is walked; beyond it bitmaps are cheaper. */
const SELECTIVE = 1 / 32;

export class LabelIndex {
  readonly #items: readonly (Labels | undefined)[];
  readonly #byKey = new Map<string, Postings>();
  /** Items that may have labels beside those that are listed. */
  readonly #open: number[] = [];
  readonly #known = new Map<string, Ternary>();

  /** An item without labels, such as an outside address, is undefined; it is not to be asked about. */
  constructor(items: readonly (Labels | undefined)[]) {
    this.#items = items;
    let item = 0;
    const post = (value: string | null, key: string) => this.#post(key, value, item);
    for (; item < items.length; item++) {
      const labels = items[item];
      if (labels?.open) this.#open.push(item);
      labels?.forEach(post);
    }
  }

  #post(key: string, value: string | null, item: number): void {
    let postings = this.#byKey.get(key);
    if (!postings) {
      postings = { byValue: new Map(), hidden: [] };
      this.#byKey.set(key, postings);
    }
    if (value === null) {
      postings.hidden.push(item);
      return;
    }
    const list = postings.byValue.get(value);
    if (list) list.push(item);
    else postings.byValue.set(value, [item]);
  }

  /** A short list that holds all who may meet the predicate; undefined where none is at hand. */
  candidates(predicate: Predicate): readonly number[] | undefined {
    let best: readonly (readonly number[])[] | undefined;
    let least = this.#items.length * SELECTIVE;
    for (const part of predicate.kind === 'and' ? predicate.of : [predicate]) {
      const lists = this.#listsOf(part);
      if (!lists) continue;
      const size = lists.reduce((sum, list) => sum + list.length, 0);
      if (size > least) continue;
      [best, least] = [lists, size];
    }
    const filled = best?.filter((list) => list.length > 0);
    if (!filled || filled.length < 2) return filled && (filled[0] ?? []);
    return [...new Set(filled.flat())].sort((a, b) => a - b);
  }

  /** Of a few neighbouring items, ascending, those that may meet the predicate, as far as one requirement tells. */
  narrow(predicate: Predicate, few: readonly number[]): readonly number[] {
    const [first = 0, last = -1] = [few[0], few.at(-1)];
    if (last - first + 1 !== few.length) return few;
    let best: readonly number[] = few;
    for (const part of predicate.kind === 'and' ? predicate.of : [predicate]) {
      const found = this.#between(part, first, last);
      if (found && found.length < best.length) best = found;
    }
    return best;
  }

  /** The items from `first` to `last` that may meet a requirement which asks for a label. */
  #between(predicate: Predicate, first: number, last: number): number[] | undefined {
    const lists = this.#listsOf(predicate);
    if (!lists) return undefined;
    const found: number[] = [];
    let filled = 0;
    for (const list of lists) {
      const before = found.length;
      for (let at = positionOf(list, first); at < list.length && (list[at] as number) <= last; at++) {
        found.push(list[at] as number);
      }
      if (found.length > before) filled++;
    }
    return filled < 2 ? found : [...new Set(found)].sort((a, b) => a - b);
  }

  /** The lists whose union may meet a requirement that asks for a label. */
  #listsOf(predicate: Predicate): (readonly number[])[] | undefined {
    if (predicate.kind !== 'in') return undefined;
    const postings = this.#byKey.get(predicate.key);
    if (!postings) return [this.#open];
    const lists: (readonly number[])[] = [postings.hidden, this.#open];
    for (const value of predicate.values) {
      const list = postings.byValue.get(value);
      if (list) lists.push(list);
    }
    return lists;
  }

  bits(predicate: Predicate): Ternary {
    if (predicate.kind === 'and') return this.#all(predicate.of);
    const text = predicateText(predicate);
    const known = this.#known.get(text);
    if (known) return known;
    const made = predicate.kind === 'not' ? opposite(this.bits(predicate.of)) : this.#requirement(predicate);
    this.#known.set(text, made);
    return made;
  }

  #all(parts: readonly Predicate[]): Ternary {
    const sure = emptyBits(this.#items.length).fill(0xffffffff);
    const possible = sure.slice();
    for (const part of parts) {
      const bits = this.bits(part);
      for (let i = 0; i < sure.length; i++) {
        sure[i] = (sure[i] as number) & (bits.sure[i] as number);
        possible[i] = (possible[i] as number) & (bits.possible[i] as number);
      }
    }
    return { sure, possible };
  }

  #requirement(predicate: Extract<Predicate, { kind: 'in' | 'exists' }>): Ternary {
    const postings = this.#byKey.get(predicate.key);
    const sure = emptyBits(this.#items.length);
    const wants = predicate.kind === 'exists' ? postings?.byValue.keys() : predicate.values;
    for (const value of wants ?? []) for (const item of postings?.byValue.get(value) ?? []) setBit(sure, item);
    if (predicate.kind === 'in' && predicate.values.length === 0) return { sure, possible: sure };
    const hidden = postings?.hidden ?? [];
    if (predicate.kind === 'exists') for (const item of hidden) setBit(sure, item);
    const possible = sure.slice();
    for (const item of hidden) setBit(possible, item);
    for (const item of this.#unlisted(predicate.key)) setBit(possible, item);
    return { sure, possible };
  }

  /** The open items that do not list a key. */
  #unlisted(key: string): readonly number[] {
    return this.#open.filter((item) => this.#items[item]?.has(key) === false);
  }
}

/** Where in an ascending list the first item is that is not below a number. */
function positionOf(list: readonly number[], item: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < item) low = middle + 1;
    else high = middle;
  }
  return low;
}

function opposite({ sure, possible }: Ternary): Ternary {
  return { sure: possible.map((word) => ~word), possible: sure.map((word) => ~word) };
}
