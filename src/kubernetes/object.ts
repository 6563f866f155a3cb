/** What every Kubernetes object has: its group, kind, name, namespace, labels and owner. */

import type { Document } from '../ingest/document.ts';
import { type Field, ObjectScope } from './field.ts';
import { isLabelKey, isLabelName, isLabelValue, isSubdomain } from './syntax.ts';

/** The group of an `apiVersion`: empty for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

export interface ObjectHead {
  readonly scope: ObjectScope;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly labels: ReadonlyMap<string, string>;
}

export interface Owner {
  readonly kind: string;
  readonly name: string;
}

/** `apiVersion` and `kind` as they stand, for telling documents apart; empty where they are not text. */
export function typeOf(document: Document): { apiVersion: string; kind: string } {
  const { apiVersion, kind } = document.value;
  return {
    apiVersion: typeof apiVersion === 'string' ? apiVersion : '',
    kind: typeof kind === 'string' ? kind : '',
  };
}

/**
 * Reads the head; the name is empty, and the object refused, where it has none. Kinds of cluster scope have no default
 * namespace, and their namespace is empty.
 */
export function readHead(document: Document, defaultNamespace?: string): ObjectHead {
  const scope = new ObjectScope(document);
  const { apiVersion, kind } = typeOf(document);
  const metadata = scope.root.at('metadata');
  const prefix = metadata.at('generateName').string() ?? '';
  const name = metadata.at('name').string() || prefix;
  const isClustered = defaultNamespace === undefined;
  const namespace = isClustered ? '' : metadata.at('namespace').string() || defaultNamespace;
  scope.resource = { apiVersion, kind, ...(isClustered ? {} : { namespace }), name };
  if (name === '') metadata.refuse('SCH004', `a ${kind} needs metadata.name`);
  else if (!isSubdomain(name === prefix ? name.replace(/-$/, '') : name)) {
    metadata.at('name').refuse('SCH008', `the name must be lower case letters, digits, '-' and '.' (RFC 1123)`);
  }
  if (!isClustered && !isLabelName(namespace)) {
    metadata.at('namespace').refuse('SCH008', `the namespace must be lower case letters, digits and '-' (RFC 1123)`);
  }
  return { scope, apiVersion, kind, name, namespace, labels: readLabels(metadata.at('labels')) };
}

export function readLabels(field: Field): Map<string, string> {
  const labels = field.strings();
  for (const [key, value] of labels) {
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
  return labels;
}

/** The owner that controls the object; one without a kind counts as none, and a Node owns no workload. */
export function readOwner(metadata: Field): Owner | undefined {
  const owners = metadata.at('ownerReferences').items();
  const controller =
    owners.find((o) => o.at('controller').boolean() === true) ?? (owners.length === 1 ? owners[0] : undefined);
  const kind = controller?.at('kind').string();
  const name = controller?.at('name').string();
  return kind && name && kind !== 'Node' ? { kind, name } : undefined;
}
