/**
 * A document as the readers of files hand it on. It keeps its value only as long as somebody reads it: the values of a
 * whole cluster take many times the memory of their text. Whoever asks later has the text parsed again.
 */

import { type Document, type DocumentHead, headOf, type JsonObject, type Source } from './document.ts';
import type { Recall } from './recall.ts';

export type DocumentPlace = Pick<Document, 'source' | 'start' | 'end' | 'prefix'>;

export class ParsedDocument implements Document {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly #recall: Recall | undefined;
  #value: JsonObject | undefined;
  #head: DocumentHead | undefined;

  /** Without `recall` the document shares its slice with others, and keeps its value: all of them would be parsed. */
  constructor({ source, start, end, prefix }: DocumentPlace, value: JsonObject, recall: Recall | undefined) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.prefix = prefix;
    this.#recall = recall;
    this.#value = value;
  }

  /** Where neither it nor the text is kept, the head alone. */
  get value(): JsonObject {
    return this.#value ?? this.#recall?.value(this) ?? headValue(this.head);
  }

  get head(): DocumentHead {
    this.#head ??= headOf({ value: this.#value ?? {} });
    return this.#head;
  }

  /** Lets go of the value, where it can be had again. */
  forget(): void {
    if (!this.#recall || !this.#value) return;
    this.#head ??= headOf({ value: this.#value });
    this.#value = undefined;
  }
}

function headValue({ apiVersion, kind, ...metadata }: DocumentHead): JsonObject {
  return { apiVersion, kind, metadata };
}
