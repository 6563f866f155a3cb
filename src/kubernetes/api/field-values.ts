/** Values of fields as far as they are of the type a rule is about; what is not has been told by the schema. */

import type { Field } from '../field.ts';

const NONE: readonly Field[] = [];

/** Undefined also for the empty text, which to Kubernetes is none. */
export function textOf({ value }: Field): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf({ value }: Field): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

export function itemsOf(field: Field): readonly Field[] {
  return Array.isArray(field.value) ? field.items() : NONE;
}

/** The fields of an object, in file order. */
export function membersOf(field: Field): readonly Field[] {
  const { value } = field;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return NONE;
  return Object.keys(value).map((key) => field.at(key));
}

/** Whether something is written there. */
export function isGiven(field: Field): boolean {
  return !field.absent && field.value !== '';
}

/** Refuses items whose key an earlier one has; what has no key is passed over. */
export function refuseRepeated(
  items: readonly Field[],
  keyOf: (item: Field) => string | undefined,
  refuse: (item: Field, key: string) => void,
): void {
  if (items.length < 2) return;
  const seen = new Set<string>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    if (seen.has(key)) refuse(item, key);
    seen.add(key);
  }
}
