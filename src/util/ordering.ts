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
  return (a, b) => {
    for (const key of keys) {
      const left = key(a);
      const right = key(b);
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
}

/** Adds `value` to the list at `key`, making the list where there is none. */
export function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
