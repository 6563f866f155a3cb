/** The two sides of every connection over each way. Ways under one stack of policies share them. */

import type { Direction } from '../policy/rule.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { Way } from '../policy/way.ts';
import type { Memberships } from './membership.ts';
import { Side } from './side.ts';
import { tierSides } from './tier-side.ts';

export interface WaySides extends Readonly<Record<Direction, Side>> {
  readonly way: Way;
}

/** Every selector of the ways' policies becomes a set. */
export function sidesOf(ways: readonly Way[], memberships: Memberships, nodes: number): WaySides[] {
  const known = new Map<PolicyStack, Readonly<Record<Direction, Side>>>();
  return ways.map((way) => {
    const sides = known.get(way.stack) ?? makeSides(way.stack, memberships, nodes);
    known.set(way.stack, sides);
    return { way, ...sides };
  });
}

function makeSides({ layers }: PolicyStack, memberships: Memberships, nodes: number) {
  const tiers = layers.map((layer) => layer.tiers.map((tier) => tierSides(tier, memberships)));
  const of = (direction: Direction) =>
    new Side(
      direction,
      tiers.map((layer) => layer.map((sides) => sides[direction])),
      nodes,
    );
  return { egress: of('egress'), ingress: of('ingress') };
}
