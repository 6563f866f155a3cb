/** A change: an ordered pair of ends, and what the two may exchange before and after. */

import type { AddressRange } from '../../algebra/address-set.ts';
import type { Cell } from '../../engine/reach.ts';
import type { BySide } from '../../ingest/index.ts';
import type { NamedUnit } from './units.ts';

/** An end of a changed pair; addresses with the same change are merged per pair. */
export type ChangeEnd = NamedUnit | OutsideEnd;

export interface OutsideEnd {
  readonly kind: 'outside';
  readonly id: string;
  readonly range: AddressRange;
}

export interface Change extends BySide<Cell> {
  readonly from: ChangeEnd;
  readonly to: ChangeEnd;
}
