/** What every Kubernetes object has: its group, kind, name, namespace, labels and owner. */

import { type Document, headOf, isObject, type JsonValue } from '../ingest/document.ts';
import { type Field, ObjectScope } from './field.ts';
import { isLabelKey, isLabelName, isLabelValue, isSubdomain } from './syntax.ts';
import { readTexts, type Texts } from './texts.ts';

/** The group of an `apiVersion`: empty for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

export interface ObjectHead {
  readonly scope: ObjectScope;
  readonly metadata: Field;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

export interface Owner {
  readonly kind: string;
  readonly name: string;
}

/** `apiVersion` and `kind` as they stand, for telling documents apart; empty where they are not text. */
export function typeOf(document: Document): { apiVersion: string; kind: string } {
  const { apiVersion, kind } = headOf(document);
  return { apiVersion, kind };
}

/**
 * Reads the head; the name is empty, and the object refused, where it has none. Kinds of cluster scope have no default
 * namespace, and their namespace is empty.
 */
export function readHead(document: Document, defaultNamespace?: string): ObjectHead {
  const scope = new ObjectScope(document);
  const head = headOf(document);
  const { apiVersion, kind } = head;
  const metadata = scope.root.at('metadata');
  const name = readName(metadata);
  const isClustered = defaultNamespace === undefined;
  const namespace = isClustered ? '' : metadata.stringAt('namespace') ? head.namespace : defaultNamespace;
  scope.resource = isClustered ? { apiVersion, kind, name } : { apiVersion, kind, namespace, name };
  if (name === '') metadata.refuse('SCH004', `a ${kind} needs metadata.name`);
  else if (!isSubdomain(name) && !isPrefix(metadata, name)) {
    metadata.at('name').refuse('SCH008', `the name must be lower case letters, digits, '-' and '.' (RFC 1123)`);
  }
  if (!isClustered && !isLabelName(namespace)) {
    metadata.at('namespace').refuse('SCH008', `the namespace must be lower case letters, digits and '-' (RFC 1123)`);
  }
  // Of most objects it only matters that their labels are valid.
  checkLabels(metadata.at('labels'));
  return { scope, metadata, apiVersion, kind, name, namespace };
}

/** The name, or what a generated one begins with; empty where there is neither. */
export function readName(metadata: Field): string {
  const prefix = metadata.stringAt('generateName') ?? '';
  return metadata.stringAt('name') || prefix;
}

/** What a name is generated from may end in a dash. */
function isPrefix(metadata: Field, name: string): boolean {
  return name === (metadata.stringAt('generateName') ?? '') && isSubdomain(name.replace(/-$/, ''));
}

/** Whether a value is a mapping of valid labels. */
function areLabels(value: JsonValue | undefined): boolean {
  if (!isObject(value)) return false;
  // No list of keys is made, and nothing that is inherited is enumerable.
  for (const key in value) {
    const text = value[key];
    if (typeof text !== 'string' || !isLabelKey(key) || !isLabelValue(text)) return false;
  }
  return true;
}

/** Says which labels are not valid. */
function checkLabels(field: Field): void {
  if (!field.absent && !areLabels(field.value)) refuseLabels(field);
}

/** Labels as far as they are text, in file order. */
export function readLabels(field: Field): Texts {
  checkLabels(field);
  return readTexts(field);
}

function refuseLabels(field: Field): void {
  for (const [key, value] of field.strings()) {
    if (!isLabelKey(key))
      field
        .at(key)
        .refuse(
          'SCH008',
          'the label key is not valid: letters, digits, -, _ and ., 63 at most, with an optional DNS prefix and /',
        );
    else if (!isLabelValue(value))
      field
        .at(key)
        .refuse(
          'SCH008',
          `the value of label ${key} is not valid: letters, digits, -, _ and ., 63 at most, beginning and ending with a letter or digit`,
        );
  }
}

/** The owner that controls the object; one without a kind counts as none, and a Node owns no workload. */
export function readOwner(metadata: Field): Owner | undefined {
  const owners = metadata.itemsAt('ownerReferences');
  if (owners.length === 0) return undefined;
  const controller =
    owners.find((o) => o.at('controller').boolean() === true) ?? (owners.length === 1 ? owners[0] : undefined);
  const kind = controller?.stringAt('kind');
  const name = controller?.stringAt('name');
  return kind && name && kind !== 'Node' ? { kind, name } : undefined;
}
