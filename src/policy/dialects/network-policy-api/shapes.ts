/** Shapes the API's schemas use again and again: an object of exactly one field, and a list with limits. */

import type { Field } from '../../../kubernetes/field.ts';

/** The one field of `keys` that is there (`minProperties: 1`, `maxProperties: 1`); else the object is refused. */
export function oneOf<K extends string>(field: Field, keys: readonly K[]): K | undefined {
  const object = field.object();
  if (!object && !field.absent) return undefined;
  field.knows(...keys);
  const present = keys.filter((key) => !field.at(key).absent);
  const [key, ...more] = present;
  if (more.length > 0) field.refuse('SCH003', `only one of ${present.join(' and ')} may stand here; make two items`);
  else if (key === undefined && Object.keys(object ?? {}).every((k) => keys.some((known) => known === k))) {
    field.refuse('SCH004', `give one of ${keys.join(', ')}`);
  }
  return more.length > 0 ? undefined : key;
}

export interface ListLimits {
  /** What an item is, for messages. */
  readonly noun: string;
  readonly min: 0 | 1;
  readonly max: number;
}

/** The items of a list that is there; one of more or fewer items than the schema takes is refused. */
export function readList(field: Field, { noun, min, max }: ListLimits): readonly Field[] {
  const items = field.items();
  if (items.length > max) field.refuse('SCH003', `at most ${max} ${noun}s may stand here, not ${items.length}`);
  if (Array.isArray(field.value) && items.length < min) field.refuse('SCH003', `give at least one ${noun}`);
  return items;
}

/** The texts of a list of at most 25 that is a set (`x-kubernetes-list-type: set`). */
export function readTextSet(field: Field, noun: string): { readonly item: Field; readonly text: string }[] {
  const seen = new Set<string>();
  return readList(field, { noun, min: 1, max: 25 }).flatMap((item) => {
    const text = item.string();
    if (text === undefined) {
      if (item.absent) item.refuse('SCH003', `a ${noun} must be a string, not nothing`);
      return [];
    }
    if (seen.has(text)) item.refuse('SCH003', `this ${noun} stands in the list twice`);
    seen.add(text);
    return [{ item, text }];
  });
}
