/** What one side says of one source and every destination class: a base, and over it what is found for single classes. */

import type { Found } from './found.ts';
import type { Numbers } from './number-pool.ts';
import type { VerdictId } from './verdicts.ts';

/** Verdicts of one source with all destinations. It holds until the next is asked for. */
export interface SideRow {
  /** The destination classes for which something is found, which goes before the base, and what. */
  readonly found: Found;
  readonly says: Saying;
  readonly base: Base;
}

export interface Saying {
  verdictAt(id: number): VerdictId;
}

/** What holds where nothing is found. */
export interface Base {
  /** Equal for equal bases. */
  readonly id: number;
  readonly coarse: Coarse;
  /** The verdict of each part. */
  readonly verdicts: Int32Array;
  readonly isClosed: boolean;
}

/** Destination classes as far as a base tells them apart. */
export interface Coarse {
  readonly of: Numbers;
  /** A class of each part. */
  readonly samples: Int32Array;
}

/** The verdict of a row for a destination class. */
export function verdictAt({ found, says, base }: SideRow, id: number): VerdictId {
  if (found.isFound[id] === 1) return says.verdictAt(id);
  return base.verdicts[base.coarse.of[id] as number] as VerdictId;
}
