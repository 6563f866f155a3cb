/** Numbers that look random and are the same in every run (a linear congruential generator, Numerical Recipes). */

export class RandomNumbers {
  #state = 1;

  /** From 0 to `below` - 1. */
  next(below: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * below);
  }
}
