/** The objects of both sides by kind, namespace and name, and which of them are not the same. */

import {
  type BySide,
  type Document,
  isObject,
  type JsonObject,
  type JsonValue,
  type Origin,
  pointerKeys,
} from '../../ingest/index.ts';
import { typeOf } from '../../kubernetes/object.ts';
import { canonicalJson } from '../../util/canonical-json.ts';
import type { Cause, ObjectName } from './cause.ts';

/** Kinds that policies select by their own labels. */
const LABELLED: ReadonlySet<string> = new Set(['Namespace', 'Node']);

export class Objects {
  readonly #sides: BySide<ReadonlyMap<string, Document>>;
  readonly #namespace: string;
  readonly #contents = new Map<Document, string>();

  /** `namespace`: that of objects that name none. */
  constructor(documents: BySide<readonly Document[]>, namespace: string) {
    this.#namespace = namespace;
    // Of two objects with one name the later counts, as everywhere.
    const byName = (list: readonly Document[]) => new Map(list.map((d) => [this.#keyOf(nameOf(d)), d]));
    this.#sides = { before: byName(documents.before), after: byName(documents.after) };
  }

  find(object: ObjectName): Partial<BySide<Document>> {
    const key = this.#keyOf(object);
    const before = this.#sides.before.get(key);
    const after = this.#sides.after.get(key);
    return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
  }

  /** How an object differs; undefined where it is the same on both sides, or on neither. */
  change(object: ObjectName): Cause | undefined {
    const { before, after } = this.find(object);
    if (before && after && this.contentOf(before) === this.contentOf(after)) return undefined;
    return causeOf(object, { before, after });
  }

  /** All objects of some kinds that differ. */
  changesOf(kinds: ReadonlySet<string>): Cause[] {
    const documents = new Map([...this.#sides.before, ...this.#sides.after]);
    const names = [...documents.values()].map(nameOf).filter(({ kind }) => kinds.has(kind));
    return names.flatMap((name) => this.change(name) ?? []);
  }

  /** What an object says, without what the cluster adds to it or only people read. */
  contentOf(document: Document): string {
    const known = this.#contents.get(document);
    if (known !== undefined) return known;
    const { metadata, status: _status, ...content } = document.value;
    const { labels = null }: JsonObject = isObject(metadata) ? metadata : {};
    const text = canonicalJson(LABELLED.has(typeOf(document).kind) ? { ...content, labels } : content);
    this.#contents.set(document, text);
    return text;
  }

  #keyOf({ kind, namespace, name }: ObjectName): string {
    return JSON.stringify([kind, namespace || this.#namespace, name]);
  }
}

/** The cause an object is that is not the same; undefined where it is on neither side. */
export function causeOf(
  { kind, namespace, name }: ObjectName,
  { before, after }: { readonly before?: Document | undefined; readonly after?: Document | undefined },
): Cause | undefined {
  const change = before && after ? 'changed' : after ? 'added' : 'removed';
  const document = after ?? before;
  if (!document) return undefined;
  const side = after ? 'after' : 'before';
  return { change, kind, namespace, name, side, origin: { document, pointer: '' } };
}

/** As it stands in the document; `namespace` is absent where none is written. */
export function nameOf(document: Document): ObjectName {
  const { metadata } = document.value;
  const { name, generateName, namespace }: JsonObject = isObject(metadata) ? metadata : {};
  const own = [name, generateName].find((value) => typeof value === 'string' && value !== '');
  return {
    kind: typeOf(document).kind,
    name: typeof own === 'string' ? own : '',
    ...(typeof namespace === 'string' && namespace !== '' ? { namespace } : {}),
  };
}

/** What stands at a place of a document. */
export function valueAt({ document, pointer }: Origin): JsonValue | undefined {
  let value: JsonValue | undefined = document.value;
  for (const key of pointerKeys(pointer)) {
    value = Array.isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined;
  }
  return value;
}
