/** The form that someone typed the name of, as in `?format=` and `--format`. */

import { nearest } from '../util/edit-distance.ts';
import { ProblemError, problem } from '../util/problem.ts';

/** What other names people type mean. */
const SYNONYMS: Readonly<Record<string, string>> = { text: 'txt', markdown: 'md', yml: 'yaml', jsonl: 'ndjson' };

/** Throws the `not-acceptable` problem, with what there is, where no form has the name. */
export function formByName<T extends { readonly name: string }>(offers: readonly T[], format: string): T {
  const word = format.toLowerCase();
  const name = Object.hasOwn(SYNONYMS, word) ? SYNONYMS[word] : word;
  const found = offers.find((offer) => offer.name === name);
  if (found !== undefined) return found;
  const names = offers.map((offer) => offer.name);
  const near = nearest(word, names);
  const detail = `There is no form "${format.slice(0, 40)}" of this result.${near ? ` Did you mean "${near}"?` : ''}`;
  throw new ProblemError(problem('not-acceptable', detail, { alternatives: names }));
}
