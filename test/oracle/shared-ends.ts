/**
 * The ends of a matrix as two witnesses number them. Endpoints and entry controllers are the same by their ids. Outside
 * addresses each may cut as it likes: an end is then every run of addresses that neither of them divides.
 */

import { type AddressRange, ALL_ADDRESSES, addressRanges, formatRange } from '../../src/algebra/address-set.ts';
import type { Endpoint } from '../../src/policy/endpoint.ts';

export type AnyNode =
  | { readonly kind: 'endpoint' | 'entry'; readonly endpoint: Endpoint }
  | { readonly kind: 'outside'; readonly range: AddressRange };

/** One end: its name, what it is to the engine, and its number on either side. */
export interface SharedEnd {
  readonly name: string;
  readonly node: AnyNode;
  readonly engine: number;
  readonly dense: number;
}

/** Throws where one side has an end that the other has not. */
export function sharedEnds(engine: readonly AnyNode[], dense: readonly AnyNode[]): SharedEnd[] {
  const families = ['IPv4', 'IPv6'] as const;
  return [
    ...sharedEndpoints(engine, dense),
    ...families.flatMap((family) => sharedRanges(engine, tiles(engine, family), tiles(dense, family))),
  ];
}

function sharedEndpoints(engine: readonly AnyNode[], dense: readonly AnyNode[]): SharedEnd[] {
  const [here, there] = [numbersById(engine), numbersById(dense)];
  const strangers = [...here.keys(), ...there.keys()].filter((id) => !here.has(id) || !there.has(id));
  if (strangers.length > 0) throw new Error(`only one side has ${strangers.join(', ')}`);
  return [...here].map(([name, number]) => endOf(engine, { name, engine: number, dense: there.get(name) ?? -1 }));
}

function numbersById(nodes: readonly AnyNode[]): Map<string, number> {
  const numbers = new Map<string, number>();
  nodes.forEach((node, i) => {
    if (node.kind === 'outside') return;
    if (numbers.has(node.endpoint.id)) throw new Error(`${node.endpoint.id} is there twice`);
    numbers.set(node.endpoint.id, i);
  });
  return numbers;
}

interface Tile {
  readonly first: bigint;
  readonly number: number;
  readonly range: AddressRange;
}

/** The outside nodes of a family, ascending; together they are all of it, without a gap or an overlap. */
function tiles(nodes: readonly AnyNode[], family: AddressRange['family']): Tile[] {
  const found = nodes.flatMap((node, number): Tile[] =>
    node.kind === 'outside' && node.range.family === family
      ? [{ first: BigInt(node.range.first), number, range: node.range }]
      : [],
  );
  const sorted = found.sort((a, b) => (a.first < b.first ? -1 : 1));
  let expected = 0n;
  for (const { first, range } of sorted) {
    if (first !== expected) throw new Error(`${formatRange(range)} does not follow the addresses before it`);
    expected = BigInt(range.last) + 1n;
  }
  const whole = addressRanges(ALL_ADDRESSES).find((range) => range.family === family);
  if (expected !== BigInt(whole?.last ?? 0) + 1n) throw new Error(`the ${family} addresses end before their last`);
  return sorted;
}

/** Every border of either side begins one. */
function sharedRanges(nodes: readonly AnyNode[], engine: readonly Tile[], dense: readonly Tile[]): SharedEnd[] {
  const firsts = new Map([...engine, ...dense].map((tile) => [tile.first, tile]));
  return [...firsts.values()].map(({ first, range }) => {
    const [here, there] = [engine, dense].map((side) => side.findLast((tile) => tile.first <= first)?.number ?? -1);
    return endOf(nodes, { name: formatRange(range), engine: here ?? -1, dense: there ?? -1 });
  });
}

function endOf(nodes: readonly AnyNode[], end: Omit<SharedEnd, 'node'>): SharedEnd {
  const node = nodes[end.engine];
  if (!node) throw new Error(`the engine has no ${end.name}`);
  return { ...end, node };
}
