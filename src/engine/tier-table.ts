/** What a tier lets one source do with every class of destinations. */

import type { Effect } from './effects.ts';
import type { Found } from './found.ts';
import type { Numbers } from './number-pool.ts';
import type { Saying } from './side-row.ts';

/** What a tier finds for single classes. What it says of them holds where no other tier speaks. */
export interface Finding extends Saying {
  readonly found: Found;
  /** What it does with a class for which something is found. */
  effectAt(id: number): Effect;
}

export interface TierTable {
  /** Turns to a source class. What the other members say holds until it turns to another. */
  seek(source: number): void;
  /** What it finds for single classes; undefined where it never does. */
  readonly finding: Finding | undefined;
  /** What it does with other destinations, and by destination class the place where that stands. */
  readonly bases: Int32Array;
  readonly keys: Numbers;
  /** Equal where `bases` are, for sources of one zone. */
  readonly baseKey: number;
  /** Whether it does nothing but hand on, to anyone. */
  readonly isSilent: boolean;
  /** By destination class, equal where no `bases` for a source of a zone tells two apart. */
  parts(zone: number): ArrayLike<number>;
}
