/**
 * The documents of a bundle and the places in them. A document keeps where it came from, not a tree of positions:
 * an origin (document and JSON pointer) is turned into a line and a column only when an answer is written.
 */

/** A file of the bundle, as text. */
export interface Source {
  /** The file's name in the bundle, as the client gave it. */
  readonly path: string;
  readonly text: string;
}

/** One parsed document: a YAML document, a JSON object, one line of NDJSON, or one item of a `List`. */
export interface Document {
  readonly source: Source;
  /** The slice of `source.text` that holds this document and can be parsed on its own. */
  readonly start: number;
  readonly end: number;
  /** The JSON pointer of this document inside its slice: `''`, or `/items/3` for an item of a YAML `List`. */
  readonly prefix: string;
  /** The constructed value: an object made by the rules of its model, with own keys only. */
  readonly value: JsonObject;
  /** Where pointers stand in the source, for a document that is no YAML and cannot be parsed again as such. */
  readonly places?: ReadonlyMap<string, number>;
}

/** Where something is said: a document and an RFC 6901 pointer into its value. */
export interface Origin {
  readonly document: Document;
  readonly pointer: string;
}

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
/** A mapping of a document. Its keys are the user's: read it with `Object.hasOwn`, or through the readers. */
export type JsonObject = { readonly [key: string]: JsonValue };

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Appends one key or index to a JSON pointer (RFC 6901 §3: `~` is `~0`, `/` is `~1`). */
export function pointerTo(pointer: string, key: string | number): string {
  const text = String(key);
  const plain = !text.includes('~') && !text.includes('/');
  return `${pointer}/${plain ? text : text.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Splits a JSON pointer into its unescaped keys. */
export function pointerKeys(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
