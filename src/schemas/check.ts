/**
 * An object against its shape, as the API server decodes and checks it under strict field validation
 * (https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation): unknown and mistyped fields, then
 * what is missing, then conditions on values. One pass over the object, in time that grows with it. What the cluster
 * itself writes under `status` must be of the right type, no more.
 */

import { isObject, type JsonObject, type JsonValue } from '../ingest/document.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import type { Effort } from './effort.ts';
import { isScalar, NOUNS } from './scalars.ts';
import type { Form, Shape } from './shape.ts';
import { fieldName, missingKey, mistyped, type ObjectViolation, shown, unknownKey } from './violation.ts';

/** More of one object say nothing new. */
const MOST = 20;

/** What an embedded object has beside the fields of its schema. */
const OBJECT_FIELDS: readonly string[] = ['apiVersion', 'kind', 'metadata'];

/** Asked about every rule (CEL) of a schema where it applies. */
export type RuleCheck = (value: JsonValue, form: Form) => readonly string[];

export interface CheckOptions {
  readonly effort: Effort;
  /** Told of patterns that are not read here. */
  readonly unread: (pattern: string) => void;
  /** Says which rules of a form a value breaks. */
  readonly rules: RuleCheck;
}

/** The violations of one object, in the order of its fields; at most so many as say something. */
export function checkObject(shape: Shape, value: JsonObject, options: CheckOptions): readonly ObjectViolation[] {
  const walk = new Walk(options);
  walk.root(shape, value);
  return walk.violations;
}

class Walk {
  readonly violations: ObjectViolation[] = [];
  readonly #options: CheckOptions;
  readonly #keys: (string | number)[] = [];
  #inStatus = false;

  constructor(options: CheckOptions) {
    this.#options = options;
  }

  root(shape: Shape, value: JsonObject): void {
    this.#object(shape.form, value, true);
  }

  #visit(shape: Shape, value: JsonValue): void {
    const { form } = shape;
    if (value === null) {
      if (!form.isNullable) this.#mistyped(form, value);
      return;
    }
    const isSound = form.type === 'any' || this.#structure(form, value);
    if (isSound && (form.conditions || form.rules.length > 0)) this.#judge(form, value);
  }

  /** Whether a value is of the type it must be; what is inside it is looked at on the way. */
  #structure(form: Form, value: JsonValue): boolean {
    const { type } = form;
    if (type === 'object' && isObject(value)) this.#object(form, value, false);
    else if (type === 'list' && Array.isArray(value)) this.#list(form, value);
    else if (type === 'object' || type === 'list' || !isScalar(type, value)) {
      this.#mistyped(form, value);
      return false;
    }
    return true;
  }

  #object(form: Form, value: JsonObject, isRoot: boolean): void {
    const { fields, values, isOpen } = form;
    for (const key of Object.keys(value)) {
      if (this.violations.length >= MOST) return;
      const field = fields.get(key) ?? values;
      if (field) {
        if (isRoot && key === 'status') this.#inStatus = true;
        this.#keys.push(key);
        this.#visit(field, value[key] ?? null);
        this.#keys.pop();
        if (isRoot) this.#inStatus = false;
      } else if (!isOpen && !(form.isEmbedded && OBJECT_FIELDS.includes(key))) {
        this.#say(unknownKey(this.#keys, key, form, value));
      }
    }
    if (form.required.length > 0 && !this.#inStatus) this.#missing(form, value);
    if (isRoot && (form.conditions || form.rules.length > 0)) this.#judge(form, value);
  }

  /** A field that is null is as good as missing, and where that is no value of it, has been told. */
  #missing({ required, fields }: Form, value: JsonObject): void {
    for (const key of required) {
      const own = Object.hasOwn(value, key) ? value[key] : undefined;
      const isTold = own === null && fields.get(key)?.form.isNullable === false;
      if ((own === undefined || own === null) && !isTold) this.#say(missingKey([...this.#keys], key));
    }
  }

  #list({ items, itemKeys }: Form, value: readonly JsonValue[]): void {
    if (items) {
      for (let i = 0; i < value.length && this.violations.length < MOST; i++) {
        this.#keys.push(i);
        this.#visit(items, value[i] ?? null);
        this.#keys.pop();
      }
    }
    if (itemKeys && !this.#inStatus) this.#unique(itemKeys, value);
  }

  #unique(itemKeys: readonly string[], value: readonly JsonValue[]): void {
    this.#options.effort.spend(value.length);
    const seen = new Set<string>();
    for (const [i, item] of value.entries()) {
      const parts = itemKeys.length === 0 ? item : itemKeys.map((key) => (isObject(item) ? (item[key] ?? null) : null));
      const text = canonicalJson(parts);
      if (seen.has(text)) {
        const what =
          itemKeys.length === 0 ? 'the same item' : `an item with the same ${itemKeys.map(shown).join(' and ')}`;
        const message = `${fieldName(this.#keys)} has ${what} twice; remove one`;
        this.#say({ keys: [...this.#keys, i], kind: 'value', message });
      }
      seen.add(text);
    }
  }

  #judge(form: Form, value: JsonValue): void {
    if (this.#inStatus) return;
    const { conditions } = form;
    if (conditions?.unread !== undefined && typeof value === 'string') this.#options.unread(conditions.unread);
    const fault = conditions?.fault(value, this.#options.effort);
    if (fault !== undefined) {
      const keys = [...this.#keys];
      this.#say({ keys, kind: 'value', message: `${fieldName(keys)} ${fault}` });
    }
    if (form.rules.length === 0) return;
    for (const message of this.#options.rules(value, form)) {
      const keys = [...this.#keys];
      this.#say({ keys, kind: 'rule', message: `${fieldName(keys)}: ${message}` });
    }
  }

  #mistyped(form: Form, value: JsonValue): void {
    this.#say(mistyped([...this.#keys], NOUNS[form.type], value));
  }

  #say(violation: ObjectViolation): void {
    if (this.violations.length < MOST) this.violations.push(violation);
  }
}
