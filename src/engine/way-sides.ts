/** The two sides of every connection over each way. Ways under one stack of policies share them. */

import type { Direction } from '../policy/rule.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { Way } from '../policy/way.ts';
import { Side } from './side.ts';
import type { Basis } from './tier-side.ts';

export interface WaySides extends Readonly<Record<Direction, Side>> {
  readonly way: Way;
}

export function sidesOf(ways: readonly Way[], basis: Basis): WaySides[] {
  const known = new Map<PolicyStack, Readonly<Record<Direction, Side>>>();
  return ways.map((way) => {
    const sides = known.get(way.stack) ?? {
      egress: new Side(way.stack, 'egress', basis),
      ingress: new Side(way.stack, 'ingress', basis),
    };
    known.set(way.stack, sides);
    return { way, ...sides };
  });
}
