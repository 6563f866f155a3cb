/**
 * Fingerprints: what tells a finding from others and stays the same while lines move. They are made of the rule, the
 * object and the path inside it, where items of lists are named by what they are called; never of a line, a message or
 * the file of an object.
 */

import { type Document, isObject, type JsonValue, own, pointerKeys } from '../../ingest/document.ts';
import { type Finding, sourceOf } from '../../ingest/finding.ts';
import { hash64 } from '../../util/hash.ts';

/** Gives each finding of one bundle its fingerprint; of several that are alike, the later ones are numbered. */
export class Fingerprints {
  readonly #counts = new Map<string, number>();
  readonly #valueOf: (document: Document) => JsonValue;

  /** `read`: the value of a document, which may have to be read again. */
  constructor(read: (document: Document) => JsonValue = ({ value }) => value) {
    this.#valueOf = read;
  }

  of(finding: Finding): string {
    const text = JSON.stringify([finding.rule, objectText(finding), this.#pathText(finding)]);
    const count = (this.#counts.get(text) ?? 0) + 1;
    this.#counts.set(text, count);
    return hash64(count === 1 ? text : `${text} ${count}`);
  }

  #pathText({ place }: Finding): string {
    if (!place || !('document' in place)) return '';
    const { document, pointer } = place;
    return /\/\d/.test(pointer) ? namedPath(this.#valueOf(document), pointer) : pointer;
  }
}

/** The object by its names; the file of what belongs to none. */
function objectText({ place, resource }: Finding): string {
  if (resource) {
    const { apiVersion = '', kind, namespace = '', name } = resource;
    const folder = apiVersion === '' && place ? folderOf(sourceOf(place).path) : '';
    return `${folder} ${apiVersion} ${namespace}/${name}[${kind}]`;
  }
  return place ? sourceOf(place).path : '';
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Fields that name an item of a list, in this order. */
const NAMES: readonly string[] = ['name', 'host', 'containerPort', 'port', 'secretName', 'hostname', 'target', 'ip'];

function namedPath(root: JsonValue, pointer: string): string {
  let value: JsonValue | undefined = root;
  let text = '';
  for (const key of pointerKeys(pointer)) {
    if (Array.isArray(value)) {
      value = value[Number(key)];
      text += `/[${nameOf(value) ?? key}]`;
    } else {
      value = isObject(value) ? own(value, key) : undefined;
      text += `/${key}`;
    }
  }
  return text;
}

function nameOf(item: JsonValue | undefined): string | undefined {
  if (!isObject(item)) return undefined;
  for (const name of NAMES) {
    const value = own(item, name);
    if (typeof value === 'string' || typeof value === 'number') return `${name}=${value}`;
  }
  return undefined;
}
