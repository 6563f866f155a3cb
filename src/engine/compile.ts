/** From endpoints and ways to reach: variants are merged, and outside addresses cut where something tells them apart. */

import type { Endpoint } from '../policy/endpoint.ts';
import type { Way } from '../policy/way.ts';
import { type EntryNode, makeNodes } from './node.ts';
import { Reach } from './reach.ts';
import { mergeVariants } from './variants.ts';
import { addressSetsOf, vocabularyOf } from './vocabulary.ts';

/** `entries`: controllers whose pods the bundle does not show, from which the ways of `via: entry` begin. */
export function makeReach(
  endpoints: readonly Endpoint[],
  ways: readonly Way[],
  entries: readonly EntryNode[] = [],
): Reach {
  const vocabulary = vocabularyOf(ways);
  const nodes = makeNodes(mergeVariants(endpoints, vocabulary), addressSetsOf(vocabulary));
  return new Reach([...nodes, ...entries], ways, vocabulary);
}
