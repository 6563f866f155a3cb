/** Whoever counts the steps of a match; it throws where there are too many. */
export interface Meter {
  spend(steps: number): void;
}
