/** Which policies shut, for whom they select, everything that no policy allows. */

import type { Direction, Policy } from '../../policy/rule.ts';
import type { CauseSide } from './cause.ts';

/** By direction. */
export type Isolating = Readonly<Record<Direction, ReadonlySet<Policy>>>;

export function isolatingOf({ stack }: CauseSide): Isolating {
  const ends = stack.layers.flatMap((layer) => layer.tiers.flatMap((tier) => tier.ends));
  const denies = ends.filter((end) => end.action === 'deny');
  const of = (direction: Direction) => new Set(denies.filter((e) => e.direction === direction).map((e) => e.policy));
  return { ingress: of('ingress'), egress: of('egress') };
}

export function isolates(isolating: Isolating, policy: Policy | undefined, direction: Direction): boolean {
  return policy !== undefined && isolating[direction].has(policy);
}
