/** The tables of kinds that CustomResourceDefinitions define. */

import { isObject, type JsonObject, objectAt } from './json.ts';
import { Lines } from './lines.ts';

export interface TableParts {
  readonly kinds: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
}

/** A kind's entry is its reference, with what is known of it behind: `c` of cluster scope, `d` deprecated, `n` not served. */
export function customResources(facts: JsonObject): TableParts {
  const lines = new Lines(true);
  const kinds: Record<string, string> = {};
  for (const [kind, entry] of Object.entries(objectAt(facts, 'kinds'))) {
    if (!isObject(entry)) continue;
    const marks = [
      entry['scope'] === 'Cluster' ? 'c' : '',
      entry['deprecated'] === true ? 'd' : '',
      entry['served'] === false ? 'n' : '',
    ].join('');
    kinds[kind] = `${lines.reference(objectAt(entry, 'schema'))}${marks === '' ? '' : ` ${marks}`}`;
  }
  return { kinds, lines: lines.lines };
}
