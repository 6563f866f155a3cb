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

/** An endpoint behind a front end, and the packets that reach it there. */
export interface Backend {
  readonly node: number;
  readonly packets: ConnectionSet;
  /** Whether the front end surely leads there. */
  readonly sure: boolean;
}

export function findFrontEnd(frontEnds: readonly FrontEnd[], name: string): FrontEnd | undefined {
  const dns = name.endsWith('.') ? name.slice(0, -1) : name;
  return frontEnds.find((f) => f.id === name || f.names.includes(dns));
}

/** A front end whose own `namespace/name` this is; workloads of that name come first. */
export function findPlainFrontEnd(frontEnds: readonly FrontEnd[], name: string): FrontEnd | undefined {
  return frontEnds.find((f) => `${f.namespace}/${f.shortName}` === name);
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
    for (const [node, { kind }] of reach.nodes.entries()) {
      const match = kind === 'endpoint' ? reach.leadsTo(target.to, node) : 'no';
      const packets = portsAt(target.ports, reach.nodes[node]);
      if (match === 'no' || isEmpty(packets)) continue;
      const entry = found.get(node) ?? { sure: true, sets: [] };
      found.set(node, { sure: entry.sure && match === 'yes', sets: [...entry.sets, packets] });
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
