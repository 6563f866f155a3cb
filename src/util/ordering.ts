/**
 * Orders that do not depend on the machine: strings by UTF-16 code unit (never by locale), so that the
 * same input gives the same bytes everywhere.
 */

/** Compares two strings by code unit: negative, zero or positive. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Builds a comparison from keys, the first that differs deciding.
 *
 * @example rows.sort(byKeys((row) => row.from, (row) => row.to));
 */
export function byKeys<T>(...keys: readonly ((item: T) => string | number)[]): (a: T, b: T) => number {
  const [only, ...more] = keys;
  if (only && more.length === 0) return (a, b) => compareKeys(only(a), only(b));
  return (a, b) => {
    for (const key of keys) {
      const order = compareKeys(key(a), key(b));
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compareKeys(left: string | number, right: string | number): number {
  if (left < right) return -1;
  return left === right ? 0 : 1;
}

/** Adds `value` to the list at `key`, making the list where there is none. */
export function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The value at `key`, made and kept where there is none. */
export function entryOf<K, V extends object | null>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The values that are there; the list itself where all are. */
export function present<T extends object>(values: readonly (T | undefined)[]): readonly T[] {
  const all = (list: readonly (T | undefined)[]): list is readonly T[] => !list.includes(undefined);
  return all(values) ? values : values.filter((value) => value !== undefined);
}
