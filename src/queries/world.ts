/**
 * What questions are asked about: reach over all ways together, and over each manner of getting there that can be told
 * from others. A cluster has one manner; a Docker host has one for each of its ways.
 */

import type { Address } from '../algebra/cidr.ts';
import type { Reach } from '../engine/reach.ts';
import type { FrontEnd } from '../policy/front-end.ts';
import type { DockerManner } from '../policy/way.ts';
import type { Problem } from '../util/problem.ts';
import type { EndNames } from './end-names.ts';
import type { Pair } from './matrix.ts';
import type { Question } from './question.ts';
import type { UsedWay } from './ways.ts';

/** One manner of getting there. The nodes of its reach are numbered as those of the world's. */
export interface Manner {
  /** Undefined where there is only one. */
  readonly via: DockerManner | undefined;
  readonly reach: Reach;
  /** What a question's destination leads to, where it is the name of no endpoint. */
  frontEnd(question: Question): FrontEnd | undefined;
  /** The same by a name that an endpoint may have, too: then the endpoint is meant. */
  plainFrontEnd(question: Question): FrontEnd | undefined;
}

export interface World {
  /** Over all ways together, in the destination's own ports. */
  readonly reach: Reach;
  readonly ends: EndNames;
  /** The node that an address means; a problem where nobody can tell. */
  atAddress(address: Address): number | Problem;
  /** By which a question may be meant, most likely ones first; a problem where it says one that there is not. */
  manners(question: Question): readonly Manner[] | Problem;
  /** By which one node may reach another at all. */
  between(from: number, to: number): readonly Manner[];
  /** What lets a pair exchange what it may, as far as it is known. */
  waysOf(pair: Pair): UsedWay[];
}
