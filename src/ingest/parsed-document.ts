/**
 * A document as the readers of files hand it on. It keeps its value only as long as somebody reads it: the values of a
 * whole cluster take many times the memory of their text. Whoever asks later has the text parsed again.
 */

import { type Document, type DocumentHead, headOf, type JsonObject, type Origin, type Source } from './document.ts';
import type { Recall } from './recall.ts';

/** It is the origin of what it says as a whole, too, for a large bundle has tens of thousands of those. */
export abstract class ParsedDocument implements Document, Origin {
  abstract readonly source: Source;
  abstract readonly start: number;
  abstract readonly end: number;
  abstract readonly prefix: string;
  #recall: Recall | undefined;
  #value: JsonObject | undefined;
  #head: DocumentHead | undefined;

  /** Where neither it nor the text is kept, the head alone. */
  get value(): JsonObject {
    return this.#value ?? this.#recall?.value(this) ?? headValue(this.#head);
  }

  get head(): DocumentHead {
    this.#head ??= headBy(this.#recall, this.value);
    return this.#head;
  }

  get document(): Document {
    return this;
  }

  get pointer(): string {
    return '';
  }

  /** Without `recall` the document shares its slice with others, and keeps its value: all of them would be parsed. */
  hold(value: JsonObject, recall: Recall | undefined): this {
    this.#value = value;
    this.#recall = recall;
    return this;
  }

  /** Lets go of the value, and of the head with it unless that is to stay, where they can be had again. */
  forget(keepsHead: boolean): void {
    if (!this.#recall || !this.#value) return;
    this.#head = keepsHead ? this.head : undefined;
    this.#value = undefined;
  }
}

/** Where a document stands as a whole. */
export function originOf(document: Document): Origin {
  return document instanceof ParsedDocument ? document : { document, pointer: '' };
}

export type DocumentPlace = Pick<Document, 'source' | 'start' | 'end' | 'prefix'>;

/** A document at a slice of a text. */
export class SliceDocument extends ParsedDocument {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly prefix: string;

  constructor({ source, start, end, prefix }: DocumentPlace) {
    super();
    this.source = source;
    this.start = start;
    this.end = end;
    this.prefix = prefix;
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
