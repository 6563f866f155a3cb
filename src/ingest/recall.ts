/**
 * How the value of a document that was forgotten is had again: its slice is parsed by the rules it was parsed by
 * first. The last value is kept, for whoever asks about one document asks several times.
 */

import { SharedTexts } from '../util/shared-texts.ts';
import {
  type Document,
  type DocumentHead,
  isObject,
  type JsonObject,
  type JsonValue,
  own,
  valueAt,
} from './document.ts';
import { Fault } from './fault.ts';
import type { Limits } from './limits.ts';
import { readPlainYaml } from './yaml-plain.ts';
import { readYaml } from './yaml-read.ts';

/** What the API server leaves out of the items of a typed list, `PodList` say. */
export interface ItemType {
  readonly apiVersion: string;
  readonly kind: string;
}

/** What the documents of a bundle keep between them: one value, and the texts that stand in very many of them. */
interface LastValue {
  of: object | undefined;
  value: JsonObject | undefined;
  readonly texts: SharedTexts;
  head: DocumentHead | undefined;
}

type Parse = (text: string) => JsonValue | undefined;

export class Recall {
  readonly #last: LastValue;
  readonly #parse: Parse;
  readonly #type: ItemType | undefined;

  private constructor(last: LastValue, parse: Parse, type?: ItemType) {
    this.#last = last;
    this.#parse = parse;
    this.#type = type;
  }

  /** Of the documents of one bundle, by the language they are written in. */
  static ofBundle(limits: Limits): { readonly json: Recall; readonly yaml: Recall } {
    const last: LastValue = { of: undefined, value: undefined, texts: new SharedTexts(), head: undefined };
    return { json: new Recall(last, parseJson), yaml: new Recall(last, (text) => parseYaml(text, limits)) };
  }

  /** The same for the items of a list that lends them its type. */
  withType(type: ItemType | undefined): Recall {
    return type ? new Recall(this.#last, this.#parse, type) : this;
  }

  /** The head of a document, but for its name in the words of others; most are of the type of the one before. */
  shared({ apiVersion, kind, name, namespace }: DocumentHead): DocumentHead {
    const { head, texts } = this.#last;
    const shared = {
      apiVersion: apiVersion === head?.apiVersion ? head.apiVersion : texts.of(apiVersion),
      kind: kind === head?.kind ? head.kind : texts.of(kind),
      name,
      namespace: namespace === head?.namespace ? head.namespace : texts.of(namespace),
    };
    this.#last.head = shared;
    return shared;
  }

  /** The value of a document; undefined where its text is not kept. */
  value(document: Omit<Document, 'value' | 'head'>): JsonObject | undefined {
    const { source, start, end, prefix } = document;
    if (this.#last.of === document) return this.#last.value;
    const text = source.text.slice(start, end);
    const item = text === '' ? undefined : valueAt(this.#parse(text), prefix);
    const value = item === undefined ? undefined : typedItem(item, this.#type);
    this.#last.value = isObject(value) ? value : undefined;
    this.#last.of = document;
    return this.#last.value;
  }
}

/** An item of a list with the type it has from its list, unless it has its own. */
export function typedItem(item: JsonValue, type: ItemType | undefined): JsonValue {
  if (!type || !isObject(item)) return item;
  return own(item, 'kind') !== undefined && own(item, 'apiVersion') !== undefined ? item : { ...type, ...item };
}

export function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseYaml(text: string, limits: Limits): JsonValue | undefined {
  const read = readPlainYaml(text, { start: 0, end: text.length }, limits) ?? readYaml(text, limits);
  return read instanceof Fault ? undefined : read.value;
}
