/**
 * What was read of a part of an object, for the next object whose part is the very same: pods of one owner share theirs,
 * see `ingest/alike-texts.ts`. Reading has no effect but what it gives and what it finds fault with.
 */

import type { JsonValue } from '../ingest/document.ts';
import type { Field } from './field.ts';

export class LastRead<T> {
  readonly #read: (field: Field) => T;
  #last: { readonly value: JsonValue; readonly read: T } | undefined;

  constructor(read: (field: Field) => T) {
    this.#read = read;
  }

  of(field: Field): T {
    const { value, scope } = field;
    if (this.#last && this.#last.value === value) return this.#last.read;
    const before = scope.findings.length;
    const read = this.#read(field);
    // What is wrong in a part is said of every object that has it.
    const isSound = scope.findings.length === before && typeof value === 'object' && value !== null;
    this.#last = isSound ? { value, read } : undefined;
    return read;
  }
}
