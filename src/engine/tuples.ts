/** Tuples of numbers as numbers: equal tuples have equal ids, in the order in which they were first seen. */

import { PairMemo } from './pair-memo.ts';

export class Tuples {
  /** From a node of the tree of prefixes and the next member to the next node; the root is 0. */
  readonly #links = new PairMemo();
  #nodes = 1;
  readonly #idOf: number[] = [];
  readonly #members: (readonly number[])[] = [];

  get count(): number {
    return this.#members.length;
  }

  of(tuple: ArrayLike<number>): number {
    let node = 0;
    for (let i = 0; i < tuple.length; i++) {
      const member = tuple[i] as number;
      let next = this.#links.get(node, member);
      if (next < 0) {
        next = this.#nodes++;
        this.#links.add(node, member, next);
      }
      node = next;
    }
    const known = this.#idOf[node];
    if (known !== undefined) return known;
    const id = this.#members.length;
    this.#idOf[node] = id;
    this.#members.push(Array.from(tuple));
    return id;
  }

  get(id: number): readonly number[] {
    const tuple = this.#members[id];
    if (!tuple) throw new Error(`no tuple has the id ${id}`);
    return tuple;
  }
}
