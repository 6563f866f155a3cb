/** What a tier lets one source do with every class of destinations. */

import type { Found } from './found.ts';

export interface TierTable {
  /** Turns to a source class. What the other members say holds until it turns to another. */
  seek(source: number): void;
  /** What is found for single destinations, as effects or as verdicts once it is settled; undefined where nothing ever is. */
  readonly found: Found | undefined;
  settle(as: 'effects' | 'verdicts'): void;
  /** What it does with other destinations, and by destination class the place where that stands. */
  readonly bases: Int32Array;
  readonly keys: Int32Array;
  /** Equal where `bases` are, for sources of one zone. */
  readonly baseKey: number;
  /** Whether it does nothing but hand on, to anyone. */
  readonly isSilent: boolean;
  /** By destination class, equal where no `bases` for a source of a zone tells two apart. */
  parts(zone: number): Int32Array;
}
