/**
 * What checking one bundle may cost, in steps. The tables of this room are cheap; a CustomResourceDefinition of the
 * bundle is somebody's program, with conditions, patterns and rules of any size, and is run for as long as it is left.
 */

/** Thrown when the steps are used up; whoever checks a document catches it. */
export class Spent {}

export class Effort {
  #left: number;
  readonly #whole: Effort | undefined;

  constructor(steps: number, whole?: Effort) {
    this.#left = steps;
    this.#whole = whole;
  }

  /** A part of it, for one object: what one costs too much does not take from all others. */
  part(steps: number): Effort {
    return new Effort(steps, this);
  }

  /** Throws `Spent` when there is not enough left. */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new Spent();
    this.#whole?.spend(steps);
  }
}
