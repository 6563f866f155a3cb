/** What an evaluator was asked, and what that took. */

export interface Sampled {
  /** CPU milliseconds of the engine: compile and all rows, with all ports and the outside. */
  readonly engine: number;
  /** CPU milliseconds of the evaluator for the sample, and how many of how many pairs the sample is. */
  readonly ms: number;
  readonly sample: number;
  readonly pairs: number;
  /** Pairs of the sample on which the two disagree. */
  readonly disagreements: number;
}
