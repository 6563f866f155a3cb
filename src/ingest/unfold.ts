/**
 * Values to documents. A `List`, or any `*List` with `items`, is what `kubectl get` prints for many objects
 * (https://kubernetes.io/docs/reference/using-api/api-concepts/#collections): every item becomes a document of its
 * own. What is no object of Kubernetes and no Compose file is skipped, and said so.
 */

import { type Document, isObject, type JsonObject, type JsonValue, pointerTo, type Source } from './document.ts';
import type { FindingPlace } from './finding.ts';
import type { Intake } from './intake.ts';
import type { Slice } from './yaml-split.ts';

/** A value that was read, and where it stands. */
export interface Part extends Slice {
  readonly source: Source;
  readonly prefix: string;
  readonly value: JsonValue;
  /** Where to point when the value is no object. */
  readonly place: FindingPlace;
}

/** Hands on the documents of one value. `slices` are the slices of a list's items, where they can be parsed alone. */
export function unfold(part: Part, intake: Intake, slices?: readonly Slice[]): void {
  const { value } = part;
  if (!isObject(value)) {
    intake.count();
    intake.skipped(part.place, `This is ${nameOf(value)}, not an object; it is skipped.`);
    return;
  }
  const document: Document = { source: part.source, start: part.start, end: part.end, prefix: part.prefix, value };
  const items = listItems(value);
  if (!items) {
    accept(document, intake);
    return;
  }
  const own = slices?.length === items.length ? slices : [];
  for (const [index, item] of items.entries()) {
    const slice = own[index];
    const pointer = pointerTo('/items', index);
    const at = slice ?? document;
    const prefix = slice ? '' : `${part.prefix}${pointer}`;
    const place = { document, pointer };
    unfold({ source: part.source, start: at.start, end: at.end, prefix, value: typedItem(value, item), place }, intake);
  }
}

function accept(document: Document, intake: Intake): void {
  intake.count();
  const { value } = document;
  const missing = ['apiVersion', 'kind'].filter((field) => !isName(own(value, field)));
  if (missing.length === 0 || isCompose(value)) {
    intake.documents.push(document);
    return;
  }
  const message = `The object has no ${missing.join(' and no ')}, so nobody can tell what it is; it is skipped.`;
  intake.skipped({ document, pointer: '' }, message);
}

/** The items of a list, or undefined when the value is no list. */
function listItems(value: JsonObject): readonly JsonValue[] | undefined {
  const kind = own(value, 'kind');
  if (typeof kind !== 'string' || !kind.endsWith('List')) return undefined;
  const items = own(value, 'items');
  if (Array.isArray(items)) return items;
  return kind === 'List' && (items === undefined || items === null) ? [] : undefined;
}

/** The API server leaves kind and apiVersion out of the items of a typed list, `PodList` say. */
function typedItem(list: JsonObject, item: JsonValue): JsonValue {
  const kind = own(list, 'kind');
  const apiVersion = own(list, 'apiVersion');
  if (!isObject(item) || typeof kind !== 'string' || kind === 'List' || typeof apiVersion !== 'string') return item;
  if (Object.hasOwn(item, 'kind') && Object.hasOwn(item, 'apiVersion')) return item;
  return { apiVersion, kind: kind.slice(0, -'List'.length), ...item };
}

function isCompose(value: JsonObject): boolean {
  return !Object.hasOwn(value, 'kind') && isObject(own(value, 'services'));
}

function isName(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value !== '';
}

function own(value: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function nameOf(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
