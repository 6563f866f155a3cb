/** Numbers that hang together, by links between two of them: a disjoint-set forest (Galler and Fischer, CACM 7(5), 1964). */

export class Links {
  readonly #parents: Int32Array;

  /** Each for itself. */
  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, i) => i);
  }

  link(a: number, b: number): void {
    this.#parents[this.rootOf(b)] = this.rootOf(a);
  }

  /** The one that stands for all that hang together with a number. */
  rootOf(number: number): number {
    const parents = this.#parents;
    let at = number;
    while (parents[at] !== at) {
      // Halves the way for the next time.
      parents[at] = parents[parents[at] as number] as number;
      at = parents[at] as number;
    }
    return at;
  }
}
