/**
 * What loading may cost. `include` and `extends` let a small bundle stand for a large project, and so do variables that
 * name each other; both are counted while they grow, not measured afterwards.
 */

import type { Origin } from '../../ingest/document.ts';

/** So much may be made: entries and items by merging, characters by filling in variables, files by including them. */
interface Amounts {
  readonly nodes: number;
  readonly ports: number;
  readonly text: number;
  readonly includes: number;
}

/**
 * Of one project, every file that is merged counted anew; one file of a thousand services has about 30,000 entries. All
 * ports of one service are 65,535.
 */
const OF_PROJECT: Amounts = { nodes: 400_000, ports: 70_000, text: 16_000_000, includes: 1_000 };
/** Of all projects of a bundle together. */
const OF_BUNDLE: Amounts = { nodes: 1_000_000, ports: 70_000, text: 32_000_000, includes: 5_000 };
/** Defaults inside defaults, files inside files. */
export const DEEPEST = 64;
/** Findings of one project; more say nothing new. */
export const MOST_FINDINGS = 1_000;

/** Thrown when a budget is spent, and caught where a project begins to be loaded. It is no `Error`: nothing is broken. */
export class Spent {
  readonly origin: Origin;
  readonly message: string;

  constructor(origin: Origin, message: string) {
    this.origin = origin;
    this.message = message;
  }
}

const NOUNS: Readonly<Record<keyof Amounts, string>> = {
  nodes: 'entries made by merging',
  ports: 'published ports',
  text: 'characters made by filling in variables',
  includes: 'files brought in by include',
};

export class Budget {
  readonly #whole: Budget | undefined;
  readonly #most: Amounts;
  readonly #left: { -readonly [amount in keyof Amounts]: number };

  private constructor(most: Amounts, whole?: Budget) {
    this.#most = most;
    this.#left = { ...most };
    this.#whole = whole;
  }

  static ofBundle(): Budget {
    return new Budget(OF_BUNDLE);
  }

  /** The budget of one project of the bundle that this one is of. */
  ofProject(): Budget {
    return new Budget(OF_PROJECT, this);
  }

  get nodesLeft(): number {
    return Math.min(this.#left.nodes, this.#whole?.nodesLeft ?? this.#left.nodes);
  }

  /** Counts what a step has made, or looks at again; throws `Spent` where that is too much. */
  spend(amount: keyof Amounts, count: number, origin: Origin): void {
    this.#whole?.spend(amount, count, origin);
    this.#left[amount] -= count;
    if (this.#left[amount] >= 0) return;
    const whose = this.#whole ? 'This project' : 'The projects of these files together';
    throw new Spent(
      origin,
      `${whose} would have more than ${this.#most[amount]} ${NOUNS[amount]}, the most there may be.`,
    );
  }
}
