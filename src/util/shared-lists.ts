/** Lists of small values that never change: a bundle says the same few again and again, and each is kept once. */

import { entryOf } from './ordering.ts';

type Field = string | number | undefined;

export class SharedLists<T> {
  readonly #fieldsOf: (item: T) => readonly Field[];
  readonly #lists = new Map<string, readonly T[]>();

  /** `fieldsOf` gives all that an item holds. */
  constructor(fieldsOf: (item: T) => readonly Field[]) {
    this.#fieldsOf = fieldsOf;
  }

  /** One list for all that have equal items. */
  of(list: readonly T[]): readonly T[] {
    let text = '';
    for (const item of list) for (const field of this.#fieldsOf(item)) text += textOf(field);
    // A list that was added to has room to grow, which what is kept does not need.
    return entryOf(this.#lists, text, () => list.slice());
  }
}

/** No text of a field begins another, whatever stands in it. */
function textOf(field: Field): string {
  return typeof field === 'string' ? `${field.length}:${field}` : `${field},`;
}
