/**
 * Which pods have been read: there is one of each name in a namespace. A dump of a cluster shows 150,000 pods and hardly
 * ever one twice; so only marks of their names are kept, and names themselves once two marks are equal.
 */

import { entryOf } from '../util/ordering.ts';
import type { PodFamily } from './pod-family.ts';

interface NamedPod {
  readonly namespace: string;
  readonly name: string;
  readonly terminated: boolean;
}

export class PodNames {
  readonly #families: ReadonlyMap<string, PodFamily>;
  #marks = new Marks();
  /** By namespace and name, the family of a pod: of those that have ended, and of all from when somebody had to know. */
  readonly #known = new Map<string, Map<string, PodFamily>>();
  #all = false;

  /** `families`, by their ids, hold the pods that have not ended. */
  constructor(families: ReadonlyMap<string, PodFamily>) {
    this.#families = families;
  }

  /** A pod is of a family from here on; gives the one it was of before. */
  put(pod: NamedPod, family: PodFamily): PodFamily | undefined {
    const { namespace, name, terminated } = pod;
    const before = this.#marks.add(namespace, name) ? undefined : this.familyOf(namespace, name);
    if (this.#all || terminated) this.#put(namespace, name, family);
    return before;
  }

  familyOf(namespace: string, name: string): PodFamily | undefined {
    if (!this.#all) this.#knowAll();
    return this.#known.get(namespace)?.get(name);
  }

  clear(): void {
    this.#marks = new Marks();
    this.#known.clear();
  }

  #knowAll(): void {
    this.#all = true;
    for (const [id, family] of this.#families) {
      const namespace = id.slice(0, id.indexOf('/'));
      for (const set of family.sets) for (const name of set.names) this.#put(namespace, name, family);
    }
  }

  #put(namespace: string, name: string, family: PodFamily): void {
    entryOf(this.#known, namespace, () => new Map<string, PodFamily>()).set(name, family);
  }
}

/** Two numbers for every text, in a table of pairs that is at most half full. */
class Marks {
  /** Of its own, so that nobody can think of names beforehand that all meet in one place of the table. */
  readonly #seed = Math.trunc(Math.random() * 2 ** 32);
  #table = new Int32Array(1024);
  #count = 0;

  /** False where equal texts were added before, and in rare cases where others were. */
  add(namespace: string, name: string): boolean {
    // None is 0: that is where the table is free.
    const first = hash(name, hash('/', hash(namespace, this.#seed))) | 1;
    if (!this.#put(first, hash(name, hash('/', hash(namespace, ~this.#seed))))) return false;
    this.#count++;
    if (this.#count * 4 > this.#table.length) this.#grow();
    return true;
  }

  #put(first: number, second: number): boolean {
    const table = this.#table;
    const mask = table.length - 1;
    let at = (second << 1) & mask;
    while (table[at] !== 0) {
      if (table[at] === first && table[at + 1] === second) return false;
      at = (at + 2) & mask;
    }
    table[at] = first;
    table[at + 1] = second;
    return true;
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      const [first = 0, second = 0] = [old[at], old[at + 1]];
      if (first !== 0) this.#put(first, second);
    }
  }
}

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x0100_0193);
  return value;
}
