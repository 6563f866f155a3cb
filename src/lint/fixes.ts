/** Fixes that many rules offer, from the field they point at. */

import type { JsonValue } from '../ingest/document.ts';
import type { Edit, Fix } from '../ingest/edit.ts';
import type { Field } from '../kubernetes/field.ts';
import type { NearPods } from './context/near-pods.ts';
import { originOf } from './place.ts';
import type { Remarks } from './rule.ts';

/** Another value in place of a scalar; for somebody to look at. */
export function setTo(field: Field, value: string | number | boolean): Pick<Remarks, 'fix'> {
  return suggested(`Write ${value}`, { kind: 'set', at: originOf(field), value });
}

/** Without the entry. */
export function without(field: Field, safe = false): Pick<Remarks, 'fix'> {
  return { fix: { title: `Remove ${field.key}`, safe, edits: [{ kind: 'remove', at: originOf(field) }] } };
}

/** With another entry in a mapping that is there. */
export function withEntry(field: Field, key: string, value: JsonValue): Pick<Remarks, 'fix'> {
  return suggested(`Add ${key}`, { kind: 'add', at: originOf(field), key, value });
}

/** With another item in a list that is there. */
export function withItem(field: Field, value: JsonValue): Pick<Remarks, 'fix'> {
  return suggested(`Add to ${field.key}`, { kind: 'append', at: originOf(field), value });
}

/** The label that a pod has, in labels of a selector that are a slip of it. */
export function slipFix(near: NearPods | undefined, labels: Field): Pick<Remarks, 'fix'> {
  if (!near?.slip) return {};
  const { requirement, key, value } = near.slip;
  const at = originOf(labels.at(requirement.key));
  const edit: Edit = requirement.key === key ? { kind: 'set', at, value } : { kind: 'rename', at, key };
  return suggested(`Select ${key}=${value}`, edit);
}

function suggested(title: string, edit: Edit): { fix: Fix } {
  return { fix: { title, safe: false, edits: [edit] } };
}
