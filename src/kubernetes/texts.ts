/**
 * Mappings of text, such as labels, as they are kept: where a manifest writes them. A cluster has tens of thousands of
 * them with a handful of keys each, and a `Map` takes several times the room.
 */

import { isObject, type JsonObject, type JsonValue } from '../ingest/document.ts';
import type { Field } from './field.ts';

/** What a `Map` of texts and a mapping as it was written have in common. */
export interface Texts extends Iterable<readonly [string, string]> {
  has(key: string): boolean;
  get(key: string): string | undefined;
  readonly size: number;
  forEach(take: (text: string, key: string) => void): void;
}

const NO_TEXTS: ReadonlyMap<string, string> = new Map();

type TextObject = JsonObject & Readonly<Record<string, string>>;

/** A mapping; what is no text in it is said, and left out. */
export function readTexts(field: Field): Texts {
  const { value } = field;
  if (field.absent) return NO_TEXTS;
  const size = countTexts(value);
  return size < 0 ? field.strings() : new WrittenTexts(value as TextObject, size);
}

/** How many texts a mapping holds; negative where it is none, or holds something else. */
function countTexts(value: JsonValue | undefined): number {
  if (!isObject(value)) return -1;
  let size = 0;
  // No list of keys is made, and nothing that is inherited is enumerable.
  for (const key in value) {
    if (typeof value[key] !== 'string') return -1;
    size++;
  }
  return size;
}

class WrittenTexts implements Texts {
  readonly size: number;
  readonly #texts: TextObject;

  constructor(texts: TextObject, size: number) {
    this.size = size;
    this.#texts = texts;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#texts, key);
  }

  get(key: string): string | undefined {
    return Object.hasOwn(this.#texts, key) ? this.#texts[key] : undefined;
  }

  forEach(take: (text: string, key: string) => void): void {
    for (const key in this.#texts) take(this.#texts[key] ?? '', key);
  }

  [Symbol.iterator](): Iterator<readonly [string, string]> {
    return Object.entries(this.#texts)[Symbol.iterator]();
  }
}
