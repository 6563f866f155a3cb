/**
 * Component schemas of the OpenAPI document, from the zod schemas of the operations: OpenAPI 3.1 §4.8.24 takes JSON
 * Schema draft 2020-12 as it is. A schema with an `id` in its metadata becomes a component of that name.
 */

import * as z from 'zod';

export type JsonSchema = Readonly<Record<string, unknown>>;

const DEFINITIONS = '#/$defs/';
export const COMPONENTS = '#/components/schemas/';

/** The bounds zod adds to every integer say nothing to a reader. */
function withoutSafeBounds({ jsonSchema }: { jsonSchema: { minimum?: unknown; maximum?: unknown } }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

function withComponentReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withComponentReferences);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => {
    const moves = key === '$ref' && typeof member === 'string';
    return [key, moves ? member.replace(DEFINITIONS, COMPONENTS) : withComponentReferences(member)];
  });
  return Object.fromEntries(entries);
}

export const reference = (name: string): JsonSchema => ({ $ref: `${COMPONENTS}${name}` });

/** Gathers components while the document is written. */
export class Components {
  readonly #schemas = new Map<string, JsonSchema>();

  /** Adds a schema with all it refers to, under its own id or else under `name`, and gives the reference to it. */
  add(name: string, schema: z.ZodType): JsonSchema {
    const made = z.toJSONSchema(schema, { io: 'input', override: withoutSafeBounds });
    const { $schema: _, $defs = {}, $ref, ...own } = made;
    for (const [id, definition] of Object.entries($defs)) this.set(id, definition);
    if ($ref !== undefined) return reference($ref.replace(DEFINITIONS, ''));
    return this.set(name, own);
  }

  /** Adds a JSON Schema as it is; `#/$defs/` references in it mean components. */
  set(name: string, schema: object): JsonSchema {
    const { id: _, ...kept } = schema as { readonly id?: string };
    this.#schemas.set(name, withComponentReferences(kept) as JsonSchema);
    return reference(name);
  }

  get(name: string): JsonSchema | undefined {
    return this.#schemas.get(name);
  }

  /** All of them, by name. */
  all(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
