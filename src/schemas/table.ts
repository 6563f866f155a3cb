/**
 * A table of schemas as the repository holds it: packed text, of which only what a document needs is ever parsed. A line is a
 * JSON schema whose subschemas are references: the number of a line, `[` or `{` and the reference of the items or values
 * of a list or mapping, or the letter of a type.
 */

import { isObject, type JsonObject, type JsonValue } from '../ingest/document.ts';
import { unpack } from './packed.ts';
import { ANY_FORM, ANY_SHAPE, type Form, formOf, type SchemaReader, Shape } from './shape.ts';
import type { ShapeType } from './shape-type.ts';

export interface TableText {
  /** A line for each kind: `group/version Kind=reference`, and behind a blank `c`, `d`, `n`: of cluster scope, deprecated, not served. */
  readonly kinds: string;
  /** Packed: a line for each schema. */
  readonly lines: string;
  /** By older version, packed: JSON of what differs, the references of kinds (empty: not served) and lines by number. */
  readonly older: Readonly<Record<string, string>>;
}

export interface TableKind {
  readonly shape: Shape;
  readonly marks: string;
}

const LETTERS: Readonly<Record<string, ShapeType>> = {
  s: 'string',
  b: 'boolean',
  i: 'int32',
  l: 'int64',
  n: 'number',
  x: 'int-or-string',
  q: 'quantity',
  t: 'time',
  y: 'bytes',
};

const KIND_LINE = /^(.+)=(\S+)(?: (\w+))?$/;

export class Table implements SchemaReader {
  readonly isNullable: boolean;
  readonly #lines: readonly string[];
  readonly #kinds = new Map<string, { readonly reference: string; readonly marks: string }>();
  readonly #changed = new Map<string, string>();
  readonly #shapes = new Map<string, Shape>();

  /** `version`: which of the versions of the table is meant, the newest where none is said. */
  constructor(text: TableText, { isNullable, version }: { readonly isNullable: boolean; readonly version?: string }) {
    this.isNullable = isNullable;
    this.#lines = unpack(text.lines).split('\n');
    for (const line of text.kinds.split('\n')) {
      const [, kind, reference, marks = ''] = KIND_LINE.exec(line) ?? [];
      if (kind !== undefined && reference !== undefined) this.#kinds.set(kind, { reference, marks });
    }
    const older = version === undefined ? undefined : text.older[version];
    if (older !== undefined) this.#change(JSON.parse(unpack(older)));
  }

  /** By `group/version Kind`. */
  kind(name: string): TableKind | undefined {
    const found = this.#kinds.get(name);
    return found && { shape: this.shape(found.reference), marks: found.marks };
  }

  /** The names of all kinds. */
  get names(): Iterable<string> {
    return this.#kinds.keys();
  }

  shape(reference: JsonValue | undefined): Shape {
    if (typeof reference !== 'string') return ANY_SHAPE;
    const known = this.#shapes.get(reference);
    if (known) return known;
    const made = new Shape(() => this.#form(reference));
    this.#shapes.set(reference, made);
    return made;
  }

  #form(reference: string): Form {
    const rest = reference.slice(1);
    const plain = { ...ANY_FORM, isNullable: this.isNullable, isOpen: false };
    if (reference.startsWith('[')) return { ...plain, type: 'list', items: this.shape(rest) };
    if (reference.startsWith('{')) return { ...plain, type: 'object', values: this.shape(rest) };
    if (reference === 'o') return { ...plain, type: 'object', isOpen: true };
    if (reference === '*') return ANY_FORM;
    const type = LETTERS[reference];
    if (type) return { ...plain, type };
    const line: JsonValue = JSON.parse(this.#changed.get(reference) ?? this.#lines[Number(reference)] ?? '{}');
    return isObject(line) ? formOf(line, this) : ANY_FORM;
  }

  #change({ kinds, lines }: { readonly kinds: JsonObject; readonly lines: JsonObject }): void {
    for (const [kind, reference] of Object.entries(kinds)) {
      if (reference === '') this.#kinds.delete(kind);
      else this.#kinds.set(kind, { reference: String(reference), marks: '' });
    }
    for (const [number, line] of Object.entries(lines)) this.#changed.set(number, String(line));
  }
}
