/** Why a pair of the matrix is as it is, over all of packet space: what is allowed, and what is not. */

import { ALL, isEmpty } from '../algebra/connection-set.ts';
import { explain, type Reason } from './explain.ts';
import type { Pair } from './matrix.ts';
import type { World } from './world.ts';

/**
 * By the manners that let something through, or by all where none does. A merged range of outside addresses is
 * explained by its first one.
 */
export function explainPair(world: World, { from, to }: Pair): Reason[] {
  const pair = { from: from.node, to: to.node, asked: ALL, names: { from: from.id, to: to.id } };
  const manners = world.between(from.node, to.node);
  const open = manners.filter(({ reach }) => {
    const { allow, unknown } = reach.between(from.node, to.node);
    return !isEmpty(allow) || !isEmpty(unknown);
  });
  return (open.length > 0 ? open : manners).flatMap((manner) => explain(manner, pair));
}
