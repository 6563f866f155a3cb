/**
 * A custom resource with its defaults, as the API server checks it
 * (https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting): what is
 * absent, or null where null is no value, has the value that its schema gives. Nothing of the original is changed, and
 * what has no defaults is shared.
 */

import { isObject, type JsonObject, type JsonValue } from '../ingest/document.ts';
import type { Effort } from './effort.ts';
import type { Shape } from './shape.ts';

export function withDefaults(shape: Shape, value: JsonValue, effort: Effort): JsonValue {
  const { items } = shape.form;
  effort.spend(1);
  if (isObject(value)) return objectWithDefaults(shape, value, effort);
  if (!Array.isArray(value) || !items) return value;
  let changed: JsonValue[] | undefined;
  value.forEach((item: JsonValue, i) => {
    const filled = withDefaults(items, item, effort);
    if (filled === item) return;
    changed ??= [...value];
    changed[i] = filled;
  });
  return changed ?? value;
}

function objectWithDefaults(shape: Shape, value: JsonObject, effort: Effort): JsonObject {
  const { fields, values } = shape.form;
  const changed = new Map<string, JsonValue>();
  for (const key of Object.keys(value)) {
    const field = fields.get(key) ?? values;
    const own = value[key] ?? null;
    const filled = field ? fieldValue(field, own, effort) : own;
    if (filled !== own) changed.set(key, filled);
  }
  for (const [key, field] of fields) {
    const { defaultValue } = field.form;
    if (defaultValue === undefined || Object.hasOwn(value, key)) continue;
    changed.set(key, withDefaults(field, defaultValue, effort));
  }
  if (changed.size === 0) return value;
  return Object.fromEntries([...Object.entries(value), ...changed]);
}

function fieldValue(field: Shape, value: JsonValue, effort: Effort): JsonValue {
  const { defaultValue, isNullable } = field.form;
  return withDefaults(
    field,
    value === null && !isNullable && defaultValue !== undefined ? defaultValue : value,
    effort,
  );
}
