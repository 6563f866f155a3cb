/**
 * ConfigMaps, Secrets, roles and definitions of kinds (kubernetes/kubernetes pkg/apis/core/validation, pkg/apis/rbac/validation,
 * apiextensions-apiserver pkg/apis/apiextensions/validation). No value of a Secret is ever shown.
 */

import type { Field } from '../../field.ts';
import { isGiven, itemsOf, membersOf, refuseRepeated, textOf } from '../field-values.ts';
import { checkStructural } from './structural-schema.ts';

const DATA_KEY = /^[-._a-zA-Z0-9]{1,253}$/;
const LARGEST = 1024 * 1024;

/** What a Secret of a type must hold (https://kubernetes.io/docs/concepts/configuration/secret/#secret-types). */
const SECRET_KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['kubernetes.io/tls', ['tls.crt', 'tls.key']],
  ['kubernetes.io/dockerconfigjson', ['.dockerconfigjson']],
  ['kubernetes.io/dockercfg', ['.dockercfg']],
  ['kubernetes.io/ssh-auth', ['ssh-privatekey']],
]);

export function checkConfigMap(root: Field): void {
  const [data, binary] = [root.at('data'), root.at('binaryData')];
  checkDataKeys([data, binary]);
  for (const member of membersOf(binary)) {
    if (Object.hasOwn((data.value ?? {}) as object, member.key)) {
      member.refuse('SCH003', 'the key stands in data and in binaryData');
    }
  }
  const size = membersOf(data).reduce((sum, { value }) => sum + (typeof value === 'string' ? value.length : 0), 0);
  if (size > LARGEST) data.refuse('SCH003', `a ConfigMap holds at most ${LARGEST} bytes`);
}

export function checkSecret(root: Field): void {
  const [data, text] = [root.at('data'), root.at('stringData')];
  checkDataKeys([data, text]);
  const type = textOf(root.at('type'));
  const has = new Set([...membersOf(data), ...membersOf(text)].map(({ key }) => key));
  for (const key of (type === undefined ? undefined : SECRET_KEYS.get(type)) ?? []) {
    if (has.has(key)) continue;
    const place = [data, text].find((field) => !field.absent) ?? root;
    place.refuse('SCH004', `a Secret of type ${type} needs the key ${key}`);
  }
}

function checkDataKeys(maps: readonly Field[]): void {
  for (const member of maps.flatMap(membersOf)) {
    const key = String(member.key);
    if (!DATA_KEY.test(key) || key === '.' || key.startsWith('..')) {
      member.refuse('SCH008', "a key has letters, digits, '-', '_' and '.', at most 253 of them");
    }
  }
}

export function checkRoleBinding(root: Field): void {
  const reference = root.at('roleRef').at('kind');
  const kinds = root.at('kind').value === 'RoleBinding' ? ['Role', 'ClusterRole'] : ['ClusterRole'];
  const kind = textOf(reference);
  if (kind !== undefined && !kinds.includes(kind))
    reference.refuse('SCH003', `the roleRef must be a ${kinds.join(' or a ')}`);
  for (const subject of itemsOf(root.at('subjects'))) {
    const subjectKind = textOf(subject.at('kind'));
    if (subjectKind !== undefined && !['User', 'Group', 'ServiceAccount'].includes(subjectKind)) {
      subject.at('kind').refuse('SCH003', 'a subject is a User, a Group or a ServiceAccount');
    }
    if (
      subjectKind === 'ServiceAccount' &&
      !isGiven(subject.at('namespace')) &&
      root.at('kind').value !== 'RoleBinding'
    ) {
      subject.refuse('SCH004', 'a ServiceAccount needs its namespace');
    }
  }
}

export function checkCustomResourceDefinition(root: Field): void {
  const spec = root.at('spec');
  const [plural, group] = [textOf(spec.at('names').at('plural')), textOf(spec.at('group'))];
  const name = root.at('metadata').at('name');
  if (
    plural !== undefined &&
    group !== undefined &&
    textOf(name) !== undefined &&
    name.value !== `${plural}.${group}`
  ) {
    name.refuse('SCH008', `the name must be that of the resources and their group: ${plural}.${group}`);
  }
  const versions = itemsOf(spec.at('versions'));
  const stored = versions.filter((version) => version.at('storage').value === true);
  if (versions.length > 0 && stored.length !== 1)
    spec.at('versions').refuse('SCH003', 'exactly one version must have storage: true');
  for (const version of versions) {
    checkStructural(version.at('schema').at('openAPIV3Schema'));
    if (version.at('schema').at('openAPIV3Schema').absent)
      version.refuse('SCH004', 'a version needs schema.openAPIV3Schema');
  }
  refuseRepeated(
    versions,
    (version) => textOf(version.at('name')),
    (version, text) => {
      version.at('name').refuse('SCH003', `two versions are called ${text}`);
    },
  );
}
