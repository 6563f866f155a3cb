/**
 * Near misses: a name or a label that is not there, and one that is and differs by a slip (two letters, or capitals).
 * Comparing costs, so that after a fixed number of comparisons of one bundle nothing is near any more.
 */

import { editDistance } from '../../util/edit-distance.ts';

/** Names that differ in more letters are different names. */
const SLIP = 2;
const MOST_COMPARISONS = 200_000;
const NUMBERS = /\d+/g;
/** Comparing two texts costs the product of their lengths. */
const LONGEST = 64;

export class NearNames {
  #left = MOST_COMPARISONS;

  /** The known name that a name is a slip of; of several the nearest, then the first. */
  find(name: string, known: Iterable<string>): string | undefined {
    let best: string | undefined;
    let least = SLIP + 1;
    for (const candidate of known) {
      if (this.#left <= 0) break;
      if (Math.abs(candidate.length - name.length) > SLIP || candidate === name || name.length > LONGEST) continue;
      this.#left -= 1;
      const differing = slipOf(name, candidate);
      if (differing >= least) continue;
      best = candidate;
      least = differing;
    }
    return best;
  }

  /** Whether one text is a slip of another. */
  isSlip(text: string, of: string): boolean {
    return this.find(text, [of]) !== undefined;
  }
}

/** In how many letters two texts differ; capitals are no difference, but not nothing. Of short texts, none is a slip. */
function slipOf(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x === y) return 0.5;
  // What is numbered is numbered on purpose.
  if (x.replace(NUMBERS, '#') === y.replace(NUMBERS, '#')) return SLIP + 1;
  const differing = editDistance(x, y);
  return differing * 3 <= Math.max(x.length, y.length) ? differing : SLIP + 1;
}
