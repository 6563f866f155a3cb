/** How traffic from outside gets to a pod: the openings that lead there, as far as policies let it through. */

import { type ConnectionSet, intersect, isEmpty } from '../algebra/connection-set.ts';
import type { Reach } from '../engine/reach.ts';
import type { DockerManner, OpenedBy, Opening, OpeningKind } from '../policy/way.ts';
import { pushTo } from '../util/ordering.ts';
import type { Pair } from './matrix.ts';
import { endpointsOf } from './selections.ts';

export interface UsedWay {
  readonly via: OpeningKind | DockerManner;
  /** Where it is dialled; absent where that is an address of the destination itself. */
  readonly at?: string | undefined;
  /** The network that it leads over. */
  readonly network?: string | undefined;
  readonly allow: ConnectionSet;
  /** What opened it. */
  readonly by: OpenedBy;
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
      if (!isEmpty(open))
        used.set(JSON.stringify([via, at, by.kind, by.namespace, by.name]), { via, at, by, allow: open });
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
