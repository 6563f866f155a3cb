/** Random queries about a random cluster's matrix, and the pairs they mean, asked for one by one. */

import fc from 'fast-check';
import { intersect, isEmpty, portRange } from '../../src/algebra/connection-set.ts';
import type { Node } from '../../src/engine/node.ts';
import type { Cell, Reach } from '../../src/engine/reach.ts';
import { isNamed, type Names } from '../../src/queries/focus.ts';
import type { MatrixQuery } from '../../src/queries/matrix.ts';

/** Which endpoints are named, by their places, so that a query fits whatever cluster there is. */
export interface QuerySketch extends Omit<MatrixQuery, 'focus' | 'focusPeer' | 'connection'> {
  readonly focus: readonly NameSketch[];
  readonly focusPeer: readonly NameSketch[];
  readonly port: number | undefined;
}

interface NameSketch {
  readonly place: number;
  readonly by: 'id' | 'workload' | 'name';
}

const name = fc.record({ place: fc.nat(), by: fc.constantFrom('id', 'workload', 'name') });
const names = fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(name, { minLength: 1, maxLength: 4 }));

export const querySketch: fc.Arbitrary<QuerySketch> = fc.record({
  focus: names,
  focusPeer: names,
  direction: fc.constantFrom(undefined, 'ingress', 'egress'),
  port: fc.constantFrom(undefined, undefined, 80, 443, 8080),
  self: fc.boolean(),
  external: fc.boolean(),
});

export function queryOf({ nodes }: Reach, { focus, focusPeer, port, ...rest }: QuerySketch): MatrixQuery {
  const endpoints = nodes.flatMap((node) => (node.kind === 'endpoint' ? [node.endpoint] : []));
  const named = (sketches: readonly NameSketch[]): string[] =>
    sketches.map(({ place, by }) => endpoints[place % Math.max(1, endpoints.length)]?.[by] ?? 'nobody');
  const connection = port === undefined ? undefined : portRange('TCP', port, port);
  return { ...rest, focus: named(focus), focusPeer: named(focusPeer), connection };
}

/** `from > to` by the numbers of nodes, each with its cell. */
export function askedOneByOne(reach: Reach, query: MatrixQuery): Map<string, Cell> {
  const found = new Map<string, Cell>();
  for (const [from, source] of reach.nodes.entries()) {
    for (const [to, destination] of reach.nodes.entries()) {
      if (!isAsked(source, destination, query)) continue;
      const cell = cut(reach.between(from, to), query);
      if (!isEmpty(cell.allow) || !isEmpty(cell.unknown)) found.set(`${from} > ${to}`, cell);
    }
  }
  return found;
}

function isAsked(from: Node, to: Node, query: MatrixQuery): boolean {
  if (!query.external && (from.kind === 'outside' || to.kind === 'outside')) return false;
  const pods = from.kind === 'endpoint' && to.kind === 'endpoint';
  if (!query.self && pods && from.endpoint.workload === to.endpoint.workload) return false;
  if (query.focus.length === 0) return true;
  const named = (node: Node, by: Names) => node.kind === 'endpoint' && isNamed(node.endpoint, by);
  const focused = (node: Node, other: Node) =>
    named(node, query.focus) && (query.focusPeer.length === 0 || named(other, query.focusPeer));
  return (query.direction !== 'egress' && focused(to, from)) || (query.direction !== 'ingress' && focused(from, to));
}

function cut({ allow, unknown }: Cell, { connection }: MatrixQuery): Cell {
  if (!connection) return { allow, unknown };
  return { allow: intersect(allow, connection), unknown: intersect(unknown, connection) };
}
