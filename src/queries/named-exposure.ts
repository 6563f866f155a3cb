/**
 * Ports that a rule opens by a name which only the unknown pod at the other end could resolve. They are no numbers,
 * so they stand beside the connection set.
 */

import { type ConnectionSet, equal, intersect, isEmpty, PROTOCOLS, type Protocol } from '../algebra/connection-set.ts';
import type { Reach } from '../engine/reach.ts';
import type { PortName } from '../policy/rule.ts';
import { byKeys } from '../util/ordering.ts';
import { everyPortOf, type HypotheticalPod, symbolOf } from './hypothetical-pod.ts';

/** A port name; without a protocol it is open in all of them. */
export interface ExposedName {
  readonly protocol?: Protocol;
  readonly name: string;
}

export interface NameQuestion {
  readonly node: number;
  /** Those of `portNames`. */
  readonly names: readonly PortName[];
  readonly pod: HypotheticalPod;
  /** What is open by number: a name adds nothing to a protocol that is open whole. */
  readonly open: ConnectionSet;
  /** Undefined: any. Otherwise a name counts where it may mean one of these. */
  readonly connection: ConnectionSet | undefined;
}

/** The names that egress of a node is open to, sorted. */
export function namesOpenTo(reach: Reach, question: NameQuestion): ExposedName[] {
  const { node, names, pod, open, connection } = question;
  const allowed = names.filter((port) => {
    const every = everyPortOf(port);
    if (equal(intersect(open, every), every)) return false;
    if (connection && isEmpty(intersect(connection, every))) return false;
    const { allow } = reach.decideAgainst(node, 'egress', pod.asNamedPort(port));
    return !isEmpty(intersect(allow, symbolOf(port)));
  });
  return joinProtocols(allowed);
}

/** What the policies that have a say about egress of a node call ports, each once. */
export function portNames(reach: Reach, node: number): PortName[] {
  const names = new Map<string, PortName>();
  for (const { rules } of reach.selectedBy(node, 'egress')) {
    for (const rule of rules) {
      if (rule.direction === 'egress') for (const n of rule.ports.names) names.set(`${n.protocol} ${n.name}`, n);
    }
  }
  return [...names.values()];
}

function joinProtocols(ports: readonly PortName[]): ExposedName[] {
  const byName = Map.groupBy(ports, (port) => port.name);
  return [...byName]
    .flatMap(([name, same]): ExposedName[] =>
      same.length === PROTOCOLS.length ? [{ name }] : same.map(({ protocol }) => ({ protocol, name })),
    )
    .sort(
      byKeys(
        (n) => n.name,
        (n) => n.protocol ?? '',
      ),
    );
}
