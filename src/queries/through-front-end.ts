/** A question about a Service: it is followed to the endpoints behind, at the ports they are reached at. */

import {
  ALL,
  type ConnectionSet,
  connectionParts,
  isEmpty,
  NONE,
  portRange,
  unionAll,
} from '../algebra/connection-set.ts';
import { portsAt } from '../engine/port-names.ts';
import type { Reach } from '../engine/reach.ts';
import type { FrontEnd, Target } from '../policy/front-end.ts';
import type { Question } from './question.ts';
import { endpointAt } from './resolve-end.ts';
import { endpointsOf } from './selections.ts';

/** An endpoint behind a front end, and the packets that reach it there. */
export interface Backend {
  readonly node: number;
  readonly packets: ConnectionSet;
  /** Whether the front end surely leads there. */
  readonly sure: boolean;
}

/** Where a question leads. Without a port, everywhere the front end leads; a direct one is dialled at any port. */
function targetsAsked({ ports, direct }: FrontEnd, { protocol, port }: Question): Target[] {
  const named = ports.filter((p) => p.protocol === protocol && (p.port === port || p.name === port));
  if (!direct) return (port === undefined ? ports : named).flatMap((p) => p.targets);
  const number = typeof port === 'number' ? port : named[0]?.port;
  const numbers = port === undefined ? ALL : number === undefined ? NONE : portRange(protocol, number, number);
  return direct.map((to) => ({ to, ports: { numbers, names: [] } }));
}

export function backendsOf(reach: Reach, frontEnd: FrontEnd, question: Question): Backend[] {
  const found = new Map<number, { sure: boolean; sets: ConnectionSet[] }>();
  for (const target of targetsAsked(frontEnd, question)) {
    const members = reach.targetsOf(target.to);
    for (const node of endpointsOf(reach, members).sort()) {
      const packets = portsAt(target.ports, reach.nodes[node]);
      if (isEmpty(packets)) continue;
      const entry = found.get(node) ?? { sure: true, sets: [] };
      entry.sure &&= members.sure.has(node);
      entry.sets.push(packets);
      found.set(node, entry);
    }
  }
  return [...found].map(([node, { sure, sets }]) => ({ node, sure, packets: unionAll(sets) }));
}

/** `workload:port` of every endpoint a question ends at, in order. */
export function reachesText(reach: Reach, backends: readonly Backend[]): string {
  const texts = backends.flatMap(({ node, packets }) =>
    connectionParts(packets).map((part) => {
      const range =
        part.protocol === 'other' ? '*' : part.first === part.last ? `${part.first}` : `${part.first}-${part.last}`;
      return `${endpointAt(reach, node)?.id ?? ''}:${range}`;
    }),
  );
  return [...new Set(texts)].join(', ');
}
