/** How traffic from outside gets to a pod: the openings that lead there, as far as policies let it through. */

import { type ConnectionSet, intersect, isEmpty } from '../algebra/connection-set.ts';
import type { Reach } from '../engine/reach.ts';
import type { Opening } from '../policy/way.ts';
import type { Pair } from './matrix.ts';

export interface UsedWay {
  readonly opening: Opening;
  readonly allow: ConnectionSet;
}

/** The openings by where the traffic comes from. */
export interface OpeningsByOrigin {
  readonly outside: readonly Opening[];
  readonly entry: readonly Opening[];
}

/** The ways of one pair; none between pods. */
export function waysOf(reach: Reach, { from, to, allow }: Pair, openings: OpeningsByOrigin): UsedWay[] {
  if (from.kind === 'endpoint' || to.kind === 'outside') return [];
  const candidates = from.kind === 'entry' ? openings.entry : openings.outside;
  const used = new Map<string, UsedWay>();
  for (const opening of candidates) {
    const open = intersect(reach.opened(opening, to.node).must, allow);
    const { via, at, by } = opening;
    if (!isEmpty(open)) used.set(JSON.stringify([via, at, by.kind, by.namespace, by.name]), { opening, allow: open });
  }
  return [...used.values()];
}
