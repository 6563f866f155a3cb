/**
 * The shape of a value: a schema with its subschemas looked up, made when it is first asked for. What a schema may say is
 * what Kubernetes calls structural
 * (https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema):
 * structure without alternatives, and beside it conditions on values. `$ref` is not part of it, so no shape is endless.
 */

import { isObject, type JsonObject, type JsonValue, own } from '../ingest/document.ts';
import { type Conditions, conditionsOf } from './conditions.ts';
import type { ShapeType } from './shape-type.ts';

export interface Rule {
  /** An expression in CEL. */
  readonly rule: string;
  readonly message: string;
}

/** A shape once it is looked up. */
export interface Form {
  readonly type: ShapeType;
  readonly fields: ReadonlyMap<string, Shape>;
  readonly required: readonly string[];
  /** Of every other field; undefined where there may be none. */
  readonly values: Shape | undefined;
  /** Whether fields that are not known are kept, and not judged. */
  readonly isOpen: boolean;
  /** Whether it is an object of Kubernetes inside another. */
  readonly isEmbedded: boolean;
  readonly items: Shape | undefined;
  /** Of the items of a list: what no two may share. An empty list of keys means the item itself. */
  readonly itemKeys: readonly string[] | undefined;
  readonly isNullable: boolean;
  readonly conditions: Conditions | undefined;
  readonly defaultValue: JsonValue | undefined;
  readonly rules: readonly Rule[];
}

export class Shape {
  #form: Form | undefined;
  #make: (() => Form) | undefined;

  constructor(make: () => Form) {
    this.#make = make;
  }

  get form(): Form {
    if (this.#form) return this.#form;
    const form = this.#make?.() ?? ANY_FORM;
    this.#form = form;
    this.#make = undefined;
    return form;
  }
}

const NO_FIELDS: ReadonlyMap<string, Shape> = new Map();

/** Of a value that nothing is said of. */
export const ANY_FORM: Form = {
  type: 'any',
  fields: NO_FIELDS,
  required: [],
  values: undefined,
  isOpen: true,
  isEmbedded: false,
  items: undefined,
  itemKeys: undefined,
  isNullable: true,
  conditions: undefined,
  defaultValue: undefined,
  rules: [],
};

export const ANY_SHAPE = new Shape(() => ANY_FORM);

export interface SchemaReader {
  /** The shape of a subschema, or of a reference to one. */
  shape(schema: JsonValue | undefined): Shape;
  /** Whether null counts as absent everywhere, as it does in built-in kinds. */
  readonly isNullable: boolean;
}

/** The form of a schema. Total: what a schema says that means nothing is passed over. */
export function formOf(schema: JsonObject, reader: SchemaReader): Form {
  const properties = own(schema, 'properties');
  const additional = own(schema, 'additionalProperties');
  const items = own(schema, 'items');
  const isOpen = own(schema, 'x-kubernetes-preserve-unknown-fields') === true || additional === true;
  return {
    type: typeOf(schema),
    fields: new Map(isObject(properties) ? Object.entries(properties).map(([k, v]) => [k, reader.shape(v)]) : []),
    required: textsOf(own(schema, 'required')),
    values: isObject(additional) || typeof additional === 'string' ? reader.shape(additional) : undefined,
    isOpen,
    isEmbedded: own(schema, 'x-kubernetes-embedded-resource') === true,
    items: items === undefined ? undefined : reader.shape(items),
    itemKeys: itemKeysOf(schema),
    isNullable: reader.isNullable || own(schema, 'nullable') === true,
    conditions: conditionsOf(schema),
    defaultValue: own(schema, 'default'),
    rules: rulesOf(own(schema, 'x-kubernetes-validations')),
  };
}

function typeOf(schema: JsonObject): ShapeType {
  if (own(schema, 'x-kubernetes-int-or-string') === true) return 'int-or-string';
  const format = own(schema, 'format');
  switch (own(schema, 'type')) {
    case 'object':
      return 'object';
    case 'array':
      return 'list';
    case 'string':
      return format === 'date-time' ? 'time' : format === 'byte' ? 'bytes' : 'string';
    case 'boolean':
      return 'boolean';
    case 'integer':
      return format === 'int32' ? 'int32' : 'int64';
    case 'number':
      return 'number';
    default:
      return own(schema, 'properties') === undefined ? 'any' : 'object';
  }
}

function itemKeysOf(schema: JsonObject): string[] | undefined {
  const kind = own(schema, 'x-kubernetes-list-type');
  if (kind === 'map') return textsOf(own(schema, 'x-kubernetes-list-map-keys'));
  return kind === 'set' || own(schema, 'uniqueItems') === true ? [] : undefined;
}

function rulesOf(value: JsonValue | undefined): Rule[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: JsonValue) => {
    const rule = isObject(item) ? own(item, 'rule') : undefined;
    const message = isObject(item) ? own(item, 'message') : undefined;
    return typeof rule === 'string' ? [{ rule, message: typeof message === 'string' ? message.trim() : '' }] : [];
  });
}

export function textsOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item: JsonValue) => typeof item === 'string') : [];
}
