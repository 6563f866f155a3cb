/** A page of a list, as Relay Cursor Connections §3 and §5 shape it. */

import type { PageInfo } from '../generated/graphql.ts';
import { digest } from '../util/digest.ts';
import { ProblemError, problem } from '../util/problem.ts';
import { readCursor, writeCursor } from './cursor.ts';

/** A page never has more, whatever `first` says. */
export const LARGEST_PAGE = 1000;
const SCOPE_LENGTH = 12;

export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** What makes a list this list and no other: the digest of its input, the field, and the field's arguments. */
export interface ListIdentity {
  readonly input: string;
  readonly field: string;
  readonly arguments: PageArguments;
}

function scopeOf({ input, field, arguments: given }: ListIdentity): Promise<string> {
  const { first: _, after: __, ...filters } = given;
  return digest([input, field, JSON.stringify(filters)], SCOPE_LENGTH);
}

function sizeOf({ first }: PageArguments): number {
  if (first === null || first === undefined) return LARGEST_PAGE;
  if (first >= 0) return Math.min(first, LARGEST_PAGE);
  const detail = '`first` is negative.';
  throw new ProblemError(problem('invalid-options', detail, { errors: [{ option: 'first', message: detail }] }));
}

/** A page of a list. */
export function pageOf<T>(list: readonly T[], identity: ListIdentity): Promise<Page<T>> {
  return writtenPage(list, identity, (items) => items);
}

/** The same, where only the items of the page are written in the form of the schema. */
export async function writtenPage<T, U>(
  list: readonly T[],
  identity: ListIdentity,
  write: (items: readonly T[]) => readonly U[],
): Promise<Page<U>> {
  const scope = await scopeOf(identity);
  const { after } = identity.arguments;
  const start = after === null || after === undefined ? 0 : readCursor(after, scope) + 1;
  const nodes = write(list.slice(start, start + sizeOf(identity.arguments)));
  const edges = nodes.map((node, index) => ({ cursor: writeCursor(start + index, scope), node }));
  return {
    edges,
    nodes,
    totalCount: list.length,
    pageInfo: {
      hasNextPage: start + nodes.length < list.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
