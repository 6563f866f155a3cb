/**
 * The documents of a bundle and the places in them. A document keeps where it came from, not a tree of positions:
 * an origin (document and JSON pointer) is turned into a line and a column only when an answer is written.
 */

/** Lines and columns, both counting from 1; columns in UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/** A file of the bundle as text; or one piece of a file that is read piece by piece. */
export interface Source {
  /** The file's name in the bundle, as the client gave it. */
  readonly path: string;
  readonly text: string;
  /** Where in its file the text begins; absent where it is the whole file. */
  readonly from?: LinePosition;
}

/** What tells a document from others; a text is empty where the document does not say it. */
export interface DocumentHead {
  readonly apiVersion: string;
  readonly kind: string;
  /** Its name, or else the beginning of the name it is to be given. */
  readonly name: string;
  readonly namespace: string;
}

/** One parsed document: a YAML document, a JSON object, one line of NDJSON, or one item of a `List`. */
export interface Document {
  readonly source: Source;
  /** The slice of `source.text` that holds this document and can be parsed on its own. */
  readonly start: number;
  readonly end: number;
  /** The JSON pointer of this document inside its slice: `''`, or `/items/3` for an item of a YAML `List`. */
  readonly prefix: string;
  /** The constructed value: an object made by the rules of its model, with own keys only. It may be read again. */
  readonly value: JsonObject;
  /** Present where it is known without the value. */
  readonly head?: DocumentHead;
  /** Where pointers stand in the source, for a document that is no YAML and cannot be parsed again as such. */
  readonly places?: ReadonlyMap<string, number>;
}

/** Where something is said: a document and an RFC 6901 pointer into its value. */
export interface Origin {
  readonly document: Document;
  readonly pointer: string;
  /** The place in the file, where it was looked up before the document's text was dropped. */
  readonly at?: LinePosition;
}

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
/** A mapping of a document. Its keys are the user's: read it with `Object.hasOwn`, or through the readers. */
export type JsonObject = { readonly [key: string]: JsonValue };

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a key that is the object's own. */
export function own(value: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
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

/** What a JSON pointer leads to; undefined where it leads nowhere. */
export function valueAt(root: JsonValue | undefined, pointer: string): JsonValue | undefined {
  let value = root;
  for (const key of pointerKeys(pointer)) {
    value = Array.isArray(value) ? value[Number(key)] : isObject(value) ? own(value, key) : undefined;
  }
  return value;
}

/** The head of a document, without its value where that is not there. */
export function headOf(document: Pick<Document, 'head' | 'value'>): DocumentHead {
  return document.head ?? readHead(document.value);
}

function readHead(value: JsonObject): DocumentHead {
  const metadata = own(value, 'metadata');
  const named = isObject(metadata) ? metadata : {};
  return {
    apiVersion: textAt(value, 'apiVersion'),
    kind: textAt(value, 'kind'),
    name: textAt(named, 'name') || textAt(named, 'generateName'),
    namespace: textAt(named, 'namespace'),
  };
}

function textAt(value: JsonObject, key: string): string {
  const field = own(value, key);
  return typeof field === 'string' ? field : '';
}
