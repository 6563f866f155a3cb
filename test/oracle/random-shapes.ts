/**
 * Building blocks of the random generators: fields that may be missing, and choices weighted so that both the plain and the
 * odd shapes come up often. Everything is made of arrays and records, so that a failing cluster shrinks to a small one.
 */
import fc from 'fast-check';

/** The same record with its undefined fields left out, as JSON would leave them out. */
export type Written<T> = {
  readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

export function written<T extends object>(fields: T): Written<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Written<T>;
}

/** A record whose fields are left out where their arbitrary yields undefined. */
export function shape<T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Written<T>> {
  return fc.record(fields, { noNullPrototype: true }).map((record) => written(record as T));
}

export function rarely(oneIn: number): fc.Arbitrary<boolean> {
  return fc.nat({ max: oneIn - 1 }).map((draw) => draw === oneIn - 1);
}

export function orAbsent<T>(value: fc.Arbitrary<T>, absentIn10 = 5): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: absentIn10, arbitrary: fc.constant(undefined) },
    { weight: 10 - absentIn10, arbitrary: value },
  );
}

/** A list in all the ways there are to write an empty one, and mostly with something in it. */
export function listOf<T>(item: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<readonly T[] | null | undefined> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 8, arbitrary: fc.array(item, { minLength: 1, maxLength }) },
  );
}
