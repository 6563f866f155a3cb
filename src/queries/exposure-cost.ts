/** What an exposure query costs at most, before it is asked: how often the policies of some workload decide a peer. */

import type { Classes } from '../engine/classes.ts';
import type { Reach } from '../engine/reach.ts';
import { stackRules } from '../engine/vocabulary.ts';
import type { PolicyStack } from '../policy/stack.ts';
import { type Names, named } from './focus.ts';

export interface ExposureSize {
  readonly stack: PolicyStack;
  /** How many selectors of `hypotheticalSelectors` there are. */
  readonly selectors: number;
  /** Empty: every workload. */
  readonly focus: Names;
}

export function exposureCost(reach: Reach, { stack, selectors, focus }: ExposureSize): number {
  const { sources, destinations } = reach;
  const most = endpointsIn(reach, focus);
  const egress = Math.min(most, sources.subjects.count);
  const ingress = Math.min(most, destinations.subjects.count);
  const hypothetical = (egress * (1 + namesIn(stack)) + ingress) * (selectors + 1);
  return hypothetical + egress * outsideClasses(reach, destinations) + ingress * outsideClasses(reach, sources);
}

function endpointsIn(reach: Reach, focus: Names): number {
  const inFocus = focus.length > 0 ? named(focus) : () => true;
  return reach.nodes.filter((n) => n.kind === 'endpoint' && inFocus(n.endpoint)).length;
}

/** Every port name of egress is a question of its own. */
function namesIn(stack: PolicyStack): number {
  const names = new Set<string>();
  for (const { direction, ports } of stackRules(stack)) {
    if (direction === 'egress') for (const { protocol, name } of ports.names) names.add(`${protocol} ${name}`);
  }
  return names.size;
}

function outsideClasses(reach: Reach, { members }: Classes): number {
  return members.filter(([first]) => reach.nodes[first ?? -1]?.kind === 'outside').length;
}
