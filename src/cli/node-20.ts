/**
 * The methods of ES2024 that Node 20 lacks and the rest of the code is free to use
 * (https://tc39.es/ecma262/2024/#sec-map.groupby and its neighbours), added where they are missing. Imported first.
 */

function mapGroupBy<K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function objectGroupBy<K extends PropertyKey, T>(
  items: Iterable<T>,
  keyOf: (item: T, index: number) => K,
): Partial<Record<K, T[]>> {
  const groups = Object.create(null) as Partial<Record<K, T[]>>;
  for (const [key, group] of mapGroupBy(items, keyOf)) groups[key] = group;
  return groups;
}

function withResolvers<T>(): PromiseWithResolvers<T> {
  let settle: Pick<PromiseWithResolvers<T>, 'resolve' | 'reject'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (!settle) throw new TypeError('a promise calls its executor at once');
  return { promise, ...settle };
}

Map.groupBy ??= mapGroupBy;
Object.groupBy ??= objectGroupBy;
Promise.withResolvers ??= withResolvers;
