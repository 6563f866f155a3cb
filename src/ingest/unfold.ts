/**
 * Values to documents. A `List`, or any `*List` with `items`, is what `kubectl get` prints for many objects
 * (https://kubernetes.io/docs/reference/using-api/api-concepts/#collections): every item becomes a document of its
 * own. What is no object of Kubernetes, no Compose file and no output of `docker inspect` is skipped, and said so.
 */

import { isObject, type JsonObject, type JsonValue, own, pointerTo, type Source } from './document.ts';
import type { FindingPlace } from './finding.ts';
import { inspectKind } from './inspect-kind.ts';
import type { Intake } from './intake.ts';
import { type ParsedDocument, SliceDocument } from './parsed-document.ts';
import { Piece } from './piece.ts';
import { type ItemType, type Recall, typedItem } from './recall.ts';
import { isKustomization, OF_KUSTOMIZE } from './renderer-files.ts';
import type { Slice } from './yaml-split.ts';

/** A value that was read, and where it stands. */
export interface Part extends Slice {
  readonly source: Source;
  readonly prefix: string;
  readonly value: JsonValue;
  /** Where to point when the value is no object. */
  readonly place: FindingPlace;
  /** How it is read again; absent where its slice holds more than it. */
  readonly recall?: Recall | undefined;
}

/** Hands on the documents of one value. `slices` are the slices of a list's items, where they can be parsed alone. */
export function unfold(part: Part, intake: Intake, slices?: readonly Slice[]): void {
  const { value, recall } = part;
  if (!isObject(value)) {
    intake.count();
    intake.skipped(part.place, `This is ${nameOf(value)}, not an object; it is skipped.`);
    return;
  }
  const items = listItems(value);
  if (!items) {
    accept(documentAt(part).hold(value, recall), value, intake);
    return;
  }
  const document = new SliceDocument(part).hold(value, recall);
  const type = itemType(value);
  const alone = slices?.length === items.length ? slices : [];
  for (const [index, item] of items.entries()) {
    const pointer = pointerTo('/items', index);
    const slice = alone[index];
    const at = slice
      ? { ...slice, prefix: '', recall: recall?.withType(type) }
      : { start: part.start, end: part.end, prefix: `${part.prefix}${pointer}`, recall: undefined };
    unfold({ source: part.source, ...at, value: typedItem(item, type), place: { document, pointer } }, intake);
  }
}

function documentAt(part: Part): ParsedDocument {
  const { source, start, end, prefix } = part;
  const isPiece = source instanceof Piece && start === 0 && prefix === '' && end === source.end;
  return isPiece ? source : new SliceDocument(part);
}

function accept(document: ParsedDocument, value: JsonObject, intake: Intake): void {
  intake.count();
  if (isKustomization(value)) {
    intake.report({ rule: 'YML010', severity: 'info', message: OF_KUSTOMIZE, place: { document, pointer: '' } });
    return;
  }
  if ((isName(own(value, 'apiVersion')) && isName(own(value, 'kind'))) || isCompose(value) || inspectKind(value)) {
    intake.accept(document);
    return;
  }
  const missing = ['apiVersion', 'kind'].filter((field) => !isName(own(value, field)));
  const message = `The object has no ${missing.join(' and no ')}, so nobody can tell what it is; it is skipped.`;
  intake.skipped({ document, pointer: '' }, message);
}

/** The items of a list, or undefined when the value is no list. */
export function listItems(value: JsonValue): readonly JsonValue[] | undefined {
  const kind = isObject(value) ? own(value, 'kind') : undefined;
  if (!isObject(value) || typeof kind !== 'string' || !kind.endsWith('List')) return undefined;
  const items = own(value, 'items');
  if (Array.isArray(items)) return items;
  return kind === 'List' && (items === undefined || items === null) ? [] : undefined;
}

/** The type that the items of a list have from it; none from a plain `List`. */
export function itemType(list: JsonObject): ItemType | undefined {
  const kind = own(list, 'kind');
  const apiVersion = own(list, 'apiVersion');
  if (typeof kind !== 'string' || !/.List$/.test(kind) || typeof apiVersion !== 'string') return undefined;
  return { apiVersion, kind: kind.slice(0, -'List'.length) };
}

function isCompose(value: JsonObject): boolean {
  return !Object.hasOwn(value, 'kind') && isObject(own(value, 'services'));
}

function isName(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value !== '';
}

function nameOf(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
