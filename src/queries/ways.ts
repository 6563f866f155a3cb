/** How traffic from outside gets to a pod: the openings that lead there, as far as policies let it through. */

import { type ConnectionSet, intersect, isEmpty } from '../algebra/connection-set.ts';
import type { Reach } from '../engine/reach.ts';
import type { Opening } from '../policy/way.ts';
import { pushTo } from '../util/ordering.ts';
import type { Pair } from './matrix.ts';
import { endpointsOf } from './selections.ts';

export interface UsedWay {
  readonly opening: Opening;
  readonly allow: ConnectionSet;
}

/** The openings by where the traffic comes from. */
export interface OpeningsByOrigin {
  readonly outside: readonly Opening[];
  readonly entry: readonly Opening[];
}

export class UsedWays {
  readonly #reach: Reach;
  /** Of each endpoint, the openings that may lead there, in their order. */
  readonly #outside: ReadonlyMap<number, readonly Opening[]>;
  readonly #entry: ReadonlyMap<number, readonly Opening[]>;

  constructor(reach: Reach, { outside, entry }: OpeningsByOrigin) {
    this.#reach = reach;
    this.#outside = byEndpoint(reach, outside);
    this.#entry = byEndpoint(reach, entry);
  }

  /** The ways of one pair; none between pods. */
  of({ from, to, allow }: Pair): UsedWay[] {
    if (from.kind === 'endpoint' || to.kind === 'outside') return [];
    const candidates = (from.kind === 'entry' ? this.#entry : this.#outside).get(to.node) ?? [];
    const used = new Map<string, UsedWay>();
    for (const opening of candidates) {
      const open = intersect(this.#reach.opened(opening, to.node).must, allow);
      const { via, at, by } = opening;
      if (!isEmpty(open)) used.set(JSON.stringify([via, at, by.kind, by.namespace, by.name]), { opening, allow: open });
    }
    return [...used.values()];
  }
}

function byEndpoint(reach: Reach, openings: readonly Opening[]): Map<number, Opening[]> {
  const found = new Map<number, Opening[]>();
  for (const opening of openings) {
    for (const node of endpointsOf(reach, reach.targetsOf(opening.to))) pushTo(found, node, opening);
  }
  return found;
}
