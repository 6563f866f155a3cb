/** From endpoints and ways to reach: variants are merged, and outside addresses cut where something tells them apart. */

import type { Endpoint } from '../policy/endpoint.ts';
import type { Target } from '../policy/front-end.ts';
import type { Way } from '../policy/way.ts';
import { Algebra } from './algebra.ts';
import { type EntryNode, makeNodes } from './node.ts';
import { Reach } from './reach.ts';
import { mergeVariants } from './variants.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Makes the endpoints when it is known which keys of their labels are asked for; they are looked at one by one. */
export type EndpointSource = (asked: ReadonlySet<string>) => Iterable<Endpoint>;

export interface ReachInput {
  readonly endpoints: readonly Endpoint[] | EndpointSource;
  readonly ways: readonly Way[];
  /** Controllers whose pods the bundle does not show, from which the ways of `via: entry` begin. */
  readonly entries?: readonly EntryNode[];
  /** What questions may be followed to beside the openings of ways: what front ends lead to. */
  readonly targets?: Iterable<Target>;
  /** Some of the targets that mention every label, port name and address that any of them does; all, unless given. */
  readonly mentioned?: Iterable<Target>;
  /** Reaches that are to be compared share one. */
  readonly algebra?: Algebra;
}

export function makeReach(input: ReachInput): Reach {
  const { endpoints, ways, entries = [], targets = [], algebra = new Algebra() } = input;
  const vocabulary = vocabularyOf(ways, targets, input.mentioned);
  const pods = typeof endpoints === 'function' ? endpoints(vocabulary.labelKeys) : endpoints;
  const nodes = makeNodes(mergeVariants(pods, vocabulary), vocabulary.addressSets);
  return new Reach({ nodes: [...nodes, ...entries], ways, vocabulary, algebra });
}
