/** What of endpoints and namespaces a policy or an opening of either side asks about, and what the answers are. */

import { portSignature } from '../../engine/port-names.ts';
import { selectorsOf, vocabularyOf } from '../../engine/vocabulary.ts';
import { type BySide, SIDES } from '../../ingest/index.ts';
import type { Endpoint } from '../../policy/endpoint.ts';
import type { Labels } from '../../policy/labels.ts';
import type { Predicate } from '../../policy/selector.ts';
import { compareText } from '../../util/ordering.ts';
import type { CauseSide } from './cause.ts';

/** Keys are in order. */
export interface Asked {
  readonly labels: readonly string[];
  readonly namespaceLabels: readonly string[];
  readonly portNames: ReadonlySet<string>;
  readonly addresses: boolean;
}

export function askedOf(sides: BySide<CauseSide>): Asked {
  const vocabularies = SIDES.map((side) => {
    const { stack, openings } = sides[side];
    return vocabularyOf([{ via: 'pod', stack }], openings);
  });
  const sorted = (keys: Iterable<string>) => [...new Set(keys)].sort(compareText);
  const selectors = vocabularies.flatMap((v) => [...selectorsOf(v)]);
  return {
    labels: sorted(vocabularies.flatMap((v) => [...v.labelKeys])),
    namespaceLabels: sorted(selectors.flatMap((selector) => keysOf(selector.namespace))),
    portNames: new Set(vocabularies.flatMap((v) => [...v.portNames])),
    addresses: vocabularies.some((v) => v.addressSets.length > 0),
  };
}

function keysOf(predicate: Predicate): string[] {
  switch (predicate.kind) {
    case 'and':
      return predicate.of.flatMap(keysOf);
    case 'not':
      return keysOf(predicate.of);
    default:
      return [predicate.key];
  }
}

/** Equal for endpoints that nothing tells apart. */
export function endpointText(endpoint: Endpoint, { labels, portNames, addresses }: Asked): string {
  return JSON.stringify([
    endpoint.hostNetwork,
    labelsText(endpoint.labels, labels),
    portSignature(endpoint.ports, portNames),
    addresses ? Array.from(endpoint.addresses, (a) => `${a.family} ${a.value}`) : [],
  ]);
}

/** The values of some labels; a label that is not there is told from one whose value is not shown. */
export function labelsText(labels: Labels, keys: readonly string[]): string {
  return JSON.stringify(keys.map((key) => (labels.has(key) ? (labels.get(key) ?? null) : false)));
}
