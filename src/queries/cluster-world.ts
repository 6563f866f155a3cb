/** A Kubernetes cluster as questions are asked about it; what it takes to answer is made when it is asked for. */

import type { Address } from '../algebra/cidr.ts';
import type { Reach } from '../engine/reach.ts';
import type { FrontEnd } from '../policy/front-end.ts';
import { problem } from '../util/problem.ts';
import { EndNames } from './end-names.ts';
import { FrontEndNames } from './front-end-names.ts';
import type { Pair } from './matrix.ts';
import type { Question } from './question.ts';
import { type OpeningsByOrigin, type UsedWay, UsedWays } from './ways.ts';
import type { Manner, World } from './world.ts';

export interface LeadingThere {
  readonly frontEnds: readonly FrontEnd[];
  readonly openings: OpeningsByOrigin;
}

export class ClusterWorld implements World {
  readonly reach: Reach;
  readonly #leading: LeadingThere;
  #ends: EndNames | undefined;
  #manner: Manner | undefined;
  #ways: UsedWays | undefined;

  constructor(reach: Reach, leading: LeadingThere) {
    this.reach = reach;
    this.#leading = leading;
  }

  get ends(): EndNames {
    this.#ends ??= new EndNames(this.reach);
    return this.#ends;
  }

  /** An address a pod is shown to have means that pod. */
  atAddress(address: Address): number {
    return this.ends.holder(address) ?? this.ends.outside(address) ?? -1;
  }

  /** Policies do not ask how a packet came. */
  manners({ via }: Pick<Question, 'via'>) {
    if (via !== undefined)
      return problem('invalid-options', `\`via\` tells Docker's ways apart, and there is no ${via} here`);
    this.#manner ??= mannerOf(this.reach, new FrontEndNames(this.#leading.frontEnds));
    return [this.#manner];
  }

  between(): Manner[] {
    return [{ via: undefined, reach: this.reach, frontEnd: () => undefined, plainFrontEnd: () => undefined }];
  }

  waysOf(pair: Pair): UsedWay[] {
    this.#ways ??= new UsedWays(this.reach, this.#leading.openings);
    return this.#ways.of(pair);
  }
}

function mannerOf(reach: Reach, names: FrontEndNames): Manner {
  return {
    via: undefined,
    reach,
    frontEnd: ({ to }) => names.find(to),
    plainFrontEnd: ({ to }) => names.findPlain(to),
  };
}
