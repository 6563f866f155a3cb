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
    return this.#value ?? this.#recall?.value(this) ?? headValue(this.#head);
  }

  get head(): DocumentHead {
    this.#head ??= headBy(this.#recall, this.value);
    return this.#head;
  }

  /** Lets go of the value, and of the head with it unless that is to stay, where they can be had again. */
  forget(keepsHead: boolean): void {
    if (!this.#recall || !this.#value) return;
    this.#head = keepsHead ? this.head : undefined;
    this.#value = undefined;
  }
}

// A function, for a private method would leave a mark on every document.
function headBy(recall: Recall | undefined, value: JsonObject): DocumentHead {
  const head = headOf({ value });
  return recall?.shared(head) ?? head;
}

function headValue(head: DocumentHead | undefined): JsonObject {
  if (!head) return {};
  const { apiVersion, kind, ...metadata } = head;
  return { apiVersion, kind, metadata };
}
