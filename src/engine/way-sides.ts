/** The two sides of every connection over each way. Ways under one stack of policies share them. */

import type { Direction } from '../policy/rule.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { Way } from '../policy/way.ts';
import { SideQuestions } from './question.ts';
import { Side } from './side.ts';
import type { Shared } from './side-rows.ts';

interface Sides extends Readonly<Record<Direction, Side>> {
  readonly questions: Readonly<Record<Direction, SideQuestions>>;
}

export interface WaySides extends Sides {
  readonly way: Way;
}

export function sidesOf(ways: readonly Way[], shared: Shared): WaySides[] {
  const known = new Map<PolicyStack, Sides>();
  return ways.map((way) => {
    const sides = known.get(way.stack) ?? makeSides(way.stack, shared);
    known.set(way.stack, sides);
    return { way, ...sides };
  });
}

function makeSides(stack: PolicyStack, shared: Shared): Sides {
  const egress = new Side(stack, 'egress', shared);
  const ingress = new Side(stack, 'ingress', shared);
  const ask = (side: Side) => new SideQuestions(side, shared.nodes);
  return { egress, ingress, questions: { egress: ask(egress), ingress: ask(ingress) } };
}
