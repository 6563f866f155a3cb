/** What questions are asked about: reach, and what leads to it; what it takes to find them is made when it is asked for. */

import type { Reach } from '../engine/reach.ts';
import type { FrontEnd } from '../policy/front-end.ts';
import { EndNames } from './end-names.ts';
import { FrontEndNames } from './front-end-names.ts';
import { type OpeningsByOrigin, UsedWays } from './ways.ts';

export interface LeadingThere {
  readonly frontEnds: readonly FrontEnd[];
  readonly openings: OpeningsByOrigin;
}

export class World {
  readonly reach: Reach;
  readonly #leading: LeadingThere;
  #ends: EndNames | undefined;
  #frontEnds: FrontEndNames | undefined;
  #ways: UsedWays | undefined;

  constructor(reach: Reach, leading: LeadingThere) {
    this.reach = reach;
    this.#leading = leading;
  }

  get ends(): EndNames {
    this.#ends ??= new EndNames(this.reach);
    return this.#ends;
  }

  get frontEnds(): FrontEndNames {
    this.#frontEnds ??= new FrontEndNames(this.#leading.frontEnds);
    return this.#frontEnds;
  }

  get ways(): UsedWays {
    this.#ways ??= new UsedWays(this.reach, this.#leading.openings);
    return this.#ways;
  }
}
