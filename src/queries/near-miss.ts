/** What a policy that admits nobody came closest to: the right peer on other ports, or the right port for others. */

import { type ConnectionSet, formatConnections, intersect, isEmpty } from '../algebra/connection-set.ts';
import { matcherOf } from '../engine/membership.ts';
import type { Reach } from '../engine/reach.ts';
import { portsAt } from '../engine/side.ts';
import type { Direction, Policy } from '../policy/rule.ts';

export interface Miss {
  readonly policy: Policy;
  readonly direction: Direction;
  readonly points: ConnectionSet;
  readonly peer: number;
  readonly destination: number;
}

/** The end of a sentence, or nothing. */
export function nearMiss(reach: Reach, { policy, direction, points, peer, destination }: Miss): string {
  const peerNode = reach.nodes[peer];
  const rules = policy.rules.filter((rule) => rule.direction === direction);
  if (rules.length === 0) return ' (it has no rule of that direction: it admits nobody)';
  if (!peerNode) return '';
  for (const rule of rules) {
    if (!rule.peers.some((p) => matcherOf(p)(peerNode) === 'yes')) continue;
    const open = portsAt(rule.ports, reach.nodes[destination]);
    const names = rule.ports.names.map((n) => n.name).join(', ');
    if (isEmpty(open) && names) return ` (rule ${rule.index + 1} means the port named ${names}, which is not there)`;
    return ` (rule ${rule.index + 1} admits this peer, but only on ${formatConnections(open)})`;
  }
  const open = rules.find((rule) => !isEmpty(intersect(portsAt(rule.ports, reach.nodes[destination]), points)));
  return open ? ` (rule ${open.index + 1} is open on that port, but for other peers)` : '';
}
