/**
 * Names, labels and annotations
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/names/, …/labels/, …/annotations/).
 */

import type { Field } from '../../field.ts';
import { isLabelKey, isLabelName, isLabelValue, isSubdomain } from '../../syntax.ts';
import { isGiven, membersOf, textOf } from '../field-values.ts';

/** All annotations of an object together (kubernetes/kubernetes apimachinery TotalAnnotationSizeLimitB). */
const MOST_ANNOTATIONS = 256 * 1024;
const SERVICE_NAME = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

interface NameSyntax {
  fits(name: string): boolean;
  readonly words: string;
}

const SUBDOMAIN: NameSyntax = {
  fits: isSubdomain,
  words: "lower case letters, digits, '-' and '.', beginning and ending with a letter or digit (RFC 1123)",
};
const LABEL: NameSyntax = {
  fits: isLabelName,
  words: "at most 63 lower case letters, digits and '-', beginning and ending with a letter or digit (RFC 1123)",
};
const SERVICE: NameSyntax = {
  fits: (name) => name.length <= 63 && SERVICE_NAME.test(name),
  words: "at most 63 lower case letters, digits and '-', beginning with a letter (RFC 1035)",
};
/** Names of RBAC are parts of a path, no more; of others the group or an address is in the name. */
const PATH_PART: NameSyntax = {
  fits: (name) => name !== '.' && name !== '..' && !/[/%]/.test(name),
  words: "anything but '.', '..', and what holds '/' or '%'",
};
const CRON_JOB: NameSyntax = {
  fits: (name) => name.length <= 52 && isSubdomain(name),
  words: 'at most 52 characters, for its jobs are named after it',
};

const BY_KIND: ReadonlyMap<string, NameSyntax> = new Map([
  ['Service', SERVICE],
  ['Namespace', LABEL],
  ['CronJob', CRON_JOB],
  ['Role', PATH_PART],
  ['ClusterRole', PATH_PART],
  ['RoleBinding', PATH_PART],
  ['ClusterRoleBinding', PATH_PART],
  ['ClusterTrustBundle', PATH_PART],
  ['IPAddress', PATH_PART],
]);

/** Requests that the API server answers and does not keep. */
const NAMELESS = /(?:Review|Eviction|Binding|TokenRequest|Scale)$/;

export function checkMetadata(root: Field, kind: string): void {
  const metadata = root.at('metadata');
  checkName(metadata, kind);
  const namespace = metadata.at('namespace');
  const text = textOf(namespace);
  if (text !== undefined && !isLabelName(text)) namespace.refuse('SCH008', `the namespace must be ${LABEL.words}`);
  checkLabels(metadata.at('labels'));
  checkAnnotations(metadata.at('annotations'));
}

function checkName(metadata: Field, kind: string): void {
  const name = metadata.at('name');
  const prefix = metadata.at('generateName');
  const syntax = BY_KIND.get(kind) ?? SUBDOMAIN;
  const text = textOf(name);
  if (text !== undefined) {
    if (!syntax.fits(text)) name.refuse('SCH008', `the name must be ${syntax.words}`);
    return;
  }
  const start = textOf(prefix);
  if (start === undefined) {
    const isNameless = NAMELESS.test(kind) && kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding';
    if (!isNameless && !isMistyped(name)) metadata.refuse('SCH004', `a ${kind} needs metadata.name`);
  } else if (!syntax.fits(`${start}x`)) prefix.refuse('SCH008', `names that begin so must be ${syntax.words}`);
}

function isMistyped(field: Field): boolean {
  return isGiven(field) && textOf(field) === undefined;
}

export function checkLabels(labels: Field): void {
  for (const label of membersOf(labels)) {
    const { value } = label;
    if (!isLabelKey(String(label.key))) {
      label.refuse(
        'SCH008',
        'a label key is at most 63 letters, digits, -, _ and ., with an optional DNS prefix and /',
      );
    } else if (typeof value === 'string' && !isLabelValue(value)) {
      label.refuse(
        'SCH008',
        'a label value is at most 63 letters, digits, -, _ and ., beginning and ending with a letter or digit',
      );
    }
  }
}

export function checkAnnotations(annotations: Field): void {
  let size = 0;
  for (const annotation of membersOf(annotations)) {
    const { key, value } = annotation;
    if (!isLabelKey(String(key).toLowerCase())) {
      annotation.refuse(
        'SCH008',
        'an annotation key is at most 63 letters, digits, -, _ and ., with an optional DNS prefix and /',
      );
    }
    size += String(key).length + (typeof value === 'string' ? value.length : 0);
  }
  if (size > MOST_ANNOTATIONS)
    annotations.refuse('SCH008', `the annotations of an object have at most ${MOST_ANNOTATIONS} bytes`);
}
