/**
 * What a policy that admits nobody came closest to: the right peer on other ports, or the right port for others, and
 * then the label that differs.
 */

import { type ConnectionSet, formatConnections, intersect, isEmpty } from '../algebra/connection-set.ts';
import { labelled, type Node } from '../engine/node.ts';
import { membershipOf } from '../engine/node-set.ts';
import { portsAt } from '../engine/port-names.ts';
import type { Reach } from '../engine/reach.ts';
import type { Direction, Peer, Policy, Rule } from '../policy/rule.ts';
import { unmetText } from './unmet.ts';

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
  if (!peerNode) return '';
  const admits = rules.find((rule) => rule.peers.some((p) => membershipOf(reach.membershipOf(p), peer) === 'yes'));
  if (admits) return otherPorts(admits, reach.nodes[destination]);
  const open = rules.find((rule) => !isEmpty(intersect(portsAt(rule.ports, reach.nodes[destination]), points)));
  if (!open) return '';
  const differs = closest(open.peers, peerNode);
  return ` (rule ${open.index + 1} is open on that port, but ${differs ?? 'for other peers'})`;
}

function otherPorts(rule: Rule, destination: Node | undefined): string {
  const open = portsAt(rule.ports, destination);
  const names = rule.ports.names.map((n) => n.name).join(', ');
  if (isEmpty(open) && names) return ` (rule ${rule.index + 1} means the port named ${names}, which is not there)`;
  return ` (rule ${rule.index + 1} admits this peer, but only on ${formatConnections(open)})`;
}

/** What the peer with the fewest unmet requirements asks for, and what is there instead. */
function closest(peers: readonly Peer[], node: Node): string | undefined {
  const endpoint = labelled(node);
  if (!endpoint) return undefined;
  const misses = peers.flatMap((p) => (p.kind === 'endpoints' ? [unmetText(p.selector, endpoint)] : []));
  return misses.reduce((best, miss) => (best && best.count <= miss.count ? best : miss), misses[0])?.text;
}
