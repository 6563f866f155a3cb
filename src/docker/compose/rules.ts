/**
 * Rules of the loader by where they apply: tables from a dotted path such as `services.*.ports` to what is done there.
 * `*` is any key of a mapping or item of a list. A walk carries its place in the table along instead of comparing paths.
 */

export interface Rules<T> {
  /** What to do here. */
  readonly rule?: T;
  readonly keys: ReadonlyMap<string, Rules<T>>;
}

/** The rules of a table, as the place at the root of a document. */
export function rulesOf<T>(table: Readonly<Record<string, T>>): Rules<T> {
  const rows = Object.entries(table).map(([path, rule]) => ({ keys: path.split('.'), rule }));
  return place(rows);
}

/** The place one key further; undefined where no rule lies in that direction. */
export function under<T>(rules: Rules<T> | undefined, key: string): Rules<T> | undefined {
  return rules?.keys.get(key) ?? rules?.keys.get('*');
}

interface Row<T> {
  readonly keys: readonly string[];
  readonly rule: T;
}

function place<T>(rows: readonly Row<T>[]): Rules<T> {
  const own = rows.find(({ keys }) => keys.length === 0);
  const heads = new Set(rows.flatMap(({ keys }) => keys.slice(0, 1)));
  const keys = [...heads].map((head): [string, Rules<T>] => {
    const below = rows.filter(({ keys: [first] }) => first === head);
    return [head, place(below.map(({ keys, rule }) => ({ keys: keys.slice(1), rule })))];
  });
  return { ...(own ? { rule: own.rule } : {}), keys: new Map(keys) };
}
