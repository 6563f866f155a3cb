/**
 * One cause is one finding: what several readers say of one place in one object is told by the first that says it.
 */

import type { Finding } from './finding.ts';

/** Joins lists of findings, those of whoever is to be heard first at the beginning. */
export function oncePerCause(lists: readonly (readonly Finding[])[]): Finding[] {
  const told = new Map<object, Set<string>>();
  return lists.flatMap((list) => {
    const fresh = list.filter((finding) => !isTold(finding, told));
    for (const finding of fresh) remember(finding, told);
    return fresh;
  });
}

/** That something is missing in an object is another matter than what is wrong with the object itself. */
function keysOf({ rule, refused, place }: Finding): readonly string[] {
  const pointer = place && 'document' in place ? place.pointer : '';
  return [rule, ...mattersOf(rule, refused === true)].map((word) => `${pointer} ${word}`);
}

/** Rules about a value that nothing can be made of, so that advice about it is of no use. */
const OF_VALUES: ReadonlySet<string> = new Set(['SCH002', 'SCH003', 'SCH008', 'SVC023', 'YML003', 'YML005']);

function mattersOf(rule: string, isRefused: boolean): readonly string[] {
  if (!isRefused) return ['value'];
  if (OF_VALUES.has(rule)) return ['wrong', 'value'];
  // A rule of a schema may be about either.
  return rule === 'SCH004' ? ['missing'] : rule === 'SCH010' ? ['missing', 'wrong'] : ['wrong'];
}

function isTold(finding: Finding, told: ReadonlyMap<object, ReadonlySet<string>>): boolean {
  const { place } = finding;
  if (!place || !('document' in place)) return false;
  const known = told.get(place.document);
  return known !== undefined && keysOf(finding).some((key) => known.has(key));
}

/** Only what keeps the object from being accepted hides anything. */
function remember(finding: Finding, told: Map<object, Set<string>>): void {
  const { place, refused } = finding;
  if (!refused || !place || !('document' in place)) return;
  const known = told.get(place.document) ?? new Set();
  for (const key of keysOf(finding)) known.add(key);
  told.set(place.document, known);
}
