/**
 * Kernel: connection sets as numbers. Equal sets have equal numbers, so that comparing is free and every operation on
 * two sets is done once. All intervals lie in one typed array; a set is a run of it.
 */

import { ALL, type ConnectionSet } from '../algebra/connection-set.ts';
import { LIMITS } from '../ingest/limits.ts';
import { PairMemo } from './pair-memo.ts';

/** The number of a connection set. */
export type PortSet = number;
export const NO_PORTS: PortSet = 0;
export const ALL_PORTS: PortSet = 1;

/** So long an interval sets every bit of a mark, or nearly. */
const FULL = 64;

/** Thrown where the sets have more intervals than fit; who is answerable is known further out. */
export class PortsSpent extends Error {
  readonly intervals: number;

  constructor(intervals: number) {
    super('too many intervals of ports');
    this.intervals = intervals;
  }
}

export class PortSets {
  /** Intervals as first, last, first, last …; set `i` is the run from `#starts[i]` to `#starts[i + 1]`. */
  #points = new Uint32Array(1 << 10);
  readonly #starts: number[] = [0];
  /** Two words for each set: each of its points sets a bit in either. */
  #marks = new Int32Array(1 << 8);
  #slots = new Int32Array(1 << 8);
  #scratch = new Uint32Array(1 << 8);
  readonly #shown: ConnectionSet[] = [];
  readonly #unions = new PairMemo();
  readonly #meets = new PairMemo();
  readonly #differences = new PairMemo();

  constructor() {
    this.of([]);
    this.of(ALL);
  }

  get count(): number {
    return this.#starts.length - 1;
  }

  /** Intervals over all sets. */
  get intervals(): number {
    return (this.#starts[this.count] as number) / 2;
  }

  /** How many operations had to be done. */
  get operations(): number {
    return this.#unions.size + this.#meets.size + this.#differences.size;
  }

  of(set: ConnectionSet): PortSet {
    let length = 0;
    this.#reserve(set.length * 2);
    for (const { first, last } of set) {
      this.#scratch[length++] = first;
      this.#scratch[length++] = last;
    }
    return this.#intern(length);
  }

  /** The set itself; the same object every time. */
  show(set: PortSet): ConnectionSet {
    const known = this.#shown[set];
    if (known) return known;
    const out: { first: number; last: number }[] = [];
    for (let at = this.#starts[set] as number; at < (this.#starts[set + 1] as number); at += 2) {
      out.push({ first: this.#points[at] as number, last: this.#points[at + 1] as number });
    }
    this.#shown[set] = out;
    return out;
  }

  union(a: PortSet, b: PortSet): PortSet {
    if (a === b || b === NO_PORTS || a === ALL_PORTS) return a;
    if (a === NO_PORTS || b === ALL_PORTS) return b;
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const known = this.#unions.get(low, high);
    if (known >= 0) return known;
    const result = this.#unite(low, high);
    this.#unions.add(low, high, result);
    return result;
  }

  /** True of most sets that share nothing, and of no others; nothing has to be worked out for it. */
  areApart(a: PortSet, b: PortSet): boolean {
    const marks = this.#marks;
    return (
      ((marks[a * 2] as number) & (marks[b * 2] as number)) === 0 ||
      ((marks[a * 2 + 1] as number) & (marks[b * 2 + 1] as number)) === 0
    );
  }

  intersect(a: PortSet, b: PortSet): PortSet {
    if (a === b || a === NO_PORTS || b === ALL_PORTS) return a;
    if (b === NO_PORTS || a === ALL_PORTS) return b;
    if (this.areApart(a, b)) return NO_PORTS;
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const known = this.#meets.get(low, high);
    if (known >= 0) return known;
    const result = this.#overlap(low, high);
    this.#meets.add(low, high, result);
    return result;
  }

  subtract(a: PortSet, b: PortSet): PortSet {
    if (a === NO_PORTS || b === NO_PORTS) return a;
    if (a === b || b === ALL_PORTS) return NO_PORTS;
    const known = this.#differences.get(a, b);
    if (known >= 0) return known;
    const result = this.#remove(a, b);
    this.#differences.add(a, b, result);
    return result;
  }

  #unite(a: PortSet, b: PortSet): PortSet {
    const points = this.#points;
    let i = this.#starts[a] as number;
    let j = this.#starts[b] as number;
    const endA = this.#starts[a + 1] as number;
    const endB = this.#starts[b + 1] as number;
    this.#reserve(endA - i + endB - j);
    const out = this.#scratch;
    let length = 0;
    while (i < endA || j < endB) {
      const fromA = j >= endB || (i < endA && (points[i] as number) <= (points[j] as number));
      const at = fromA ? i : j;
      const first = points[at] as number;
      const last = points[at + 1] as number;
      if (fromA) i += 2;
      else j += 2;
      if (length > 0 && first <= (out[length - 1] as number) + 1) {
        if (last > (out[length - 1] as number)) out[length - 1] = last;
      } else {
        out[length++] = first;
        out[length++] = last;
      }
    }
    return this.#intern(length);
  }

  #overlap(a: PortSet, b: PortSet): PortSet {
    const points = this.#points;
    let i = this.#starts[a] as number;
    let j = this.#starts[b] as number;
    const endA = this.#starts[a + 1] as number;
    const endB = this.#starts[b + 1] as number;
    this.#reserve(endA - i + endB - j);
    let length = 0;
    while (i < endA && j < endB) {
      const first = Math.max(points[i] as number, points[j] as number);
      const last = Math.min(points[i + 1] as number, points[j + 1] as number);
      if (first <= last) {
        this.#scratch[length++] = first;
        this.#scratch[length++] = last;
      }
      if ((points[i + 1] as number) < (points[j + 1] as number)) i += 2;
      else j += 2;
    }
    return this.#intern(length);
  }

  #remove(a: PortSet, b: PortSet): PortSet {
    const points = this.#points;
    let i = this.#starts[a] as number;
    let j = this.#starts[b] as number;
    const endA = this.#starts[a + 1] as number;
    const endB = this.#starts[b + 1] as number;
    this.#reserve(endA - i + endB - j);
    let length = 0;
    for (; i < endA; i += 2) {
      let from = points[i] as number;
      const last = points[i + 1] as number;
      while (j < endB && (points[j + 1] as number) < from) j += 2;
      for (let k = j; k < endB && (points[k] as number) <= last && from <= last; k += 2) {
        if ((points[k] as number) > from) {
          this.#scratch[length++] = from;
          this.#scratch[length++] = (points[k] as number) - 1;
        }
        from = (points[k + 1] as number) + 1;
      }
      if (from <= last) {
        this.#scratch[length++] = from;
        this.#scratch[length++] = last;
      }
    }
    return this.#intern(length);
  }

  /** Makes room in the scratch space for one interval more than the two operands have together. */
  #reserve(points: number): void {
    if (this.#scratch.length < points + 2) this.#scratch = new Uint32Array(points * 2 + 2);
  }

  /**
   * The number of the set whose intervals are the first points of the scratch space. The hash is worked out here, and not
   * by the function that tuples share: called with arrays of yet another kind, that becomes slower for all of them.
   */
  #intern(length: number): PortSet {
    let hash = length;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (this.#scratch[i] as number), 0x01000193);
    const mask = this.#slots.length - 1;
    let at = (hash ^ (hash >>> 13)) & mask;
    for (; this.#slots[at] !== 0; at = (at + 1) & mask) {
      const known = (this.#slots[at] as number) - 1;
      if (this.#isScratch(known, length)) return known;
    }
    const id = this.#append(length);
    this.#slots[at] = id + 1;
    if (this.count * 2 > mask) this.#rehash();
    return id;
  }

  #isScratch(set: PortSet, length: number): boolean {
    const start = this.#starts[set] as number;
    if ((this.#starts[set + 1] as number) - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.#points[start + i] !== this.#scratch[i]) return false;
    return true;
  }

  #append(length: number): PortSet {
    const start = this.#starts[this.count] as number;
    if ((start + length) / 2 > LIMITS.portIntervals.value) throw new PortsSpent((start + length) / 2);
    if (start + length > this.#points.length) {
      const grown = new Uint32Array(Math.max(this.#points.length * 2, start + length));
      grown.set(this.#points);
      this.#points = grown;
    }
    this.#points.set(this.#scratch.subarray(0, length), start);
    this.#starts.push(start + length);
    this.#mark(this.count - 1, length);
    return this.count - 1;
  }

  #mark(set: PortSet, length: number): void {
    if (set * 2 + 1 >= this.#marks.length) {
      const grown = new Int32Array(this.#marks.length * 2);
      grown.set(this.#marks);
      this.#marks = grown;
    }
    let one = 0;
    let two = 0;
    for (let i = 0; i < length; i += 2) {
      const first = this.#scratch[i] as number;
      const last = this.#scratch[i + 1] as number;
      if (last - first >= FULL) {
        one = -1;
        two = -1;
      } else {
        for (let point = first; point <= last; point++) {
          one |= 1 << (point & 31);
          two |= 1 << (Math.imul(point, 0x9e3779b1) >>> 27);
        }
      }
    }
    this.#marks[set * 2] = one;
    this.#marks[set * 2 + 1] = two;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      const start = this.#starts[id] as number;
      const end = this.#starts[id + 1] as number;
      let hash = end - start;
      for (let i = start; i < end; i++) hash = Math.imul(hash ^ (this.#points[i] as number), 0x01000193);
      let at = (hash ^ (hash >>> 13)) & mask;
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = id + 1;
    }
    this.#slots = slots;
  }
}
