/** From endpoints and ways to reach: variants are merged, and outside addresses cut where some rule tells them apart. */

import type { Endpoint } from '../policy/endpoint.ts';
import type { Way } from '../policy/way.ts';
import { makeNodes } from './node.ts';
import { stackRules } from './program.ts';
import { Reach } from './reach.ts';
import { mergeVariants } from './variants.ts';

export function makeReach(endpoints: readonly Endpoint[], ways: readonly Way[]): Reach {
  const stacks = ways.map((way) => way.stack);
  const merged = mergeVariants(endpoints, stacks);
  const sets = stacks.flatMap((stack) =>
    [...stackRules(stack)].flatMap((rule) => rule.peers.flatMap((p) => (p.kind === 'addresses' ? [p.set] : []))),
  );
  return new Reach(makeNodes(merged, sets), ways);
}
