/**
 * How large a query is once its fragments are spread, counted without spreading them: each fragment is measured once,
 * so that fragments that double each other cost nothing here. `ofType` does not count as depth, or no tool could
 * introspect the schema; how deep introspection may go is a rule of the specification's own (graphql, recommendedRules).
 */

import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

export interface QuerySize {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  /** The fields of the answer, if every page is full. */
  readonly cost: number;
}

/** How many items a field may have: its page, or one. */
export type PageSize = (field: FieldNode) => number;

const NOTHING: QuerySize = { depth: 0, fields: 0, aliases: 0, cost: 0 };

function join(a: QuerySize, b: QuerySize): QuerySize {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    cost: a.cost + b.cost,
  };
}

class Measure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, QuerySize>();

  readonly #pageSize: PageSize;

  constructor(document: DocumentNode, pageSize: PageSize) {
    this.#pageSize = pageSize;
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** A fragment inside itself counts as nothing: validation refuses the cycle. */
  #fragment(name: string): QuerySize {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, NOTHING);
    const size = this.selections(this.#fragments.get(name)?.selectionSet);
    this.#known.set(name, size);
    return size;
  }

  selections(set: SelectionSetNode | undefined): QuerySize {
    let size = NOTHING;
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FRAGMENT_SPREAD) size = join(size, this.#fragment(node.name.value));
      else if (node.kind === Kind.INLINE_FRAGMENT) size = join(size, this.selections(node.selectionSet));
      else {
        const inner = this.selections(node.selectionSet);
        const level = node.name.value === 'ofType' ? 0 : 1;
        const alias = node.alias === undefined ? 0 : 1;
        size = join(size, {
          depth: inner.depth + level,
          fields: inner.fields + 1,
          aliases: inner.aliases + alias,
          cost: 1 + this.#pageSize(node) * inner.cost,
        });
      }
    }
    return size;
  }
}

/** The size of all operations of a document together, and the root fields of the largest. */
export function measureQuery(document: DocumentNode, pageSize: PageSize): QuerySize & { readonly roots: number } {
  const measure = new Measure(document, pageSize);
  let size = NOTHING;
  let roots = 0;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    size = join(size, measure.selections(definition.selectionSet));
    roots = Math.max(roots, definition.selectionSet.selections.length);
  }
  return { ...size, roots };
}
