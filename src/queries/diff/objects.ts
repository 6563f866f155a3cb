/** The objects of both sides by kind, namespace and name, and which of them are not the same. */

import { type BySide, type Document, headOf, isObject, type JsonObject, type SideName } from '../../ingest/index.ts';
import { canonicalJson } from '../../util/canonical-json.ts';
import type { Cause, ObjectName } from './cause.ts';

/** Kinds that policies select by their own labels. */
const LABELLED: ReadonlySet<string> = new Set(['Namespace', 'Node']);

type ByName = ReadonlyMap<string, Document>;

export class Objects {
  readonly #byKind: BySide<ReadonlyMap<string, readonly Document[]>>;
  /** By side and kind; most kinds are never asked for, and dumps have very many objects. */
  readonly #byName = new Map<string, ByName>();
  readonly #namespace: string;
  readonly #contents = new Map<Document, string>();
  readonly #changes = new Map<ReadonlySet<string>, readonly Cause[]>();

  /** `namespace`: that of objects that name none. */
  constructor({ before, after }: BySide<readonly Document[]>, namespace: string) {
    this.#namespace = namespace;
    const byKind = (list: readonly Document[]) => Map.groupBy(list, (document) => headOf(document).kind);
    this.#byKind = { before: byKind(before), after: byKind(after) };
  }

  find(object: ObjectName): Partial<BySide<Document>> {
    const key = this.#keyOf(object);
    const before = this.#named('before', object.kind).get(key);
    const after = this.#named('after', object.kind).get(key);
    return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
  }

  #named(side: SideName, kind: string): ByName {
    const known = this.#byName.get(`${side} ${kind}`);
    if (known) return known;
    // Of two objects with one name the later counts, as everywhere.
    const made = new Map((this.#byKind[side].get(kind) ?? []).map((d) => [this.#keyOf(nameOf(d)), d]));
    this.#byName.set(`${side} ${kind}`, made);
    return made;
  }

  /** How an object differs; undefined where it is the same on both sides, or on neither. */
  change(object: ObjectName): Cause | undefined {
    const { before, after } = this.find(object);
    if (before && after && this.isSame(before, after)) return undefined;
    return causeOf(object, { before, after });
  }

  /** All objects of some kinds that differ. */
  changesOf(kinds: ReadonlySet<string>): readonly Cause[] {
    const known = this.#changes.get(kinds);
    if (known) return known;
    const documents = [...kinds].flatMap((kind) => [
      ...new Map([...this.#named('before', kind), ...this.#named('after', kind)]).values(),
    ]);
    const made = documents.flatMap((document) => this.change(nameOf(document)) ?? []);
    this.#changes.set(kinds, made);
    return made;
  }

  /** Whether two objects say the same; the same text does, and need not be parsed. */
  isSame(before: Document, after: Document): boolean {
    return textOf(before) === textOf(after) || this.contentOf(before) === this.contentOf(after);
  }

  /** What an object says, without what the cluster adds to it or only people read. */
  contentOf(document: Document): string {
    const known = this.#contents.get(document);
    if (known !== undefined) return known;
    const { metadata, status: _status, ...content } = document.value;
    const { labels = null }: JsonObject = isObject(metadata) ? metadata : {};
    const text = canonicalJson(LABELLED.has(headOf(document).kind) ? { ...content, labels } : content);
    this.#contents.set(document, text);
    return text;
  }

  #keyOf({ namespace, name }: ObjectName): string {
    return JSON.stringify([namespace || this.#namespace, name]);
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

/** All that the value of a document follows from. */
function textOf(document: Document): string {
  const { source, start, end, prefix } = document;
  return `${headOf(document).apiVersion} ${prefix} ${source.text.slice(start, end)}`;
}

/** As it stands in the document; `namespace` is absent where none is written. */
export function nameOf(document: Document): ObjectName {
  const { kind, name, namespace } = headOf(document);
  return { kind, name, ...(namespace === '' ? {} : { namespace }) };
}
