/**
 * `ports` of a NetworkPolicy rule. An absent or empty list means every port of every protocol; an entry without a
 * port means every port of its protocol, which is TCP where none is said.
 */

import { MAX_PORT, NONE, type Protocol, portRange, unionAll } from '../../../algebra/connection-set.ts';
import type { Field } from '../../../kubernetes/field.ts';
import { readProtocol } from '../../../kubernetes/pod.ts';
import { isPortName } from '../../../kubernetes/syntax.ts';
import { entryOf } from '../../../util/ordering.ts';
import { ANY_PORT, type PortSpec } from '../../rule.ts';
import type { Known } from './context.ts';

/** One entry of the list: from `first` to `last`, or the port of a name. */
interface PortEntry {
  readonly protocol: Protocol;
  readonly first: number;
  readonly last: number;
  readonly name: string | undefined;
  readonly endPort: boolean;
}

export function readPorts(field: Field, { ports }: Known): PortSpec {
  const items = field.items();
  if (items.length === 0) return ANY_PORT;
  const entries = items.map(readPort);
  let text = '';
  for (const entry of entries) text += textOf(entry);
  return entryOf(ports, text, () => specOf(entries));
}

function textOf({ protocol, first, last, name, endPort }: PortEntry): string {
  if (name !== undefined) return `${protocol}${JSON.stringify(name)}`;
  return endPort || first !== last ? `${protocol}${first}-${last}${endPort ? '!' : ''}` : `${protocol}${first}`;
}

function specOf(entries: readonly PortEntry[]): PortSpec {
  const numbers = entries.filter((e) => e.name === undefined).map((e) => portRange(e.protocol, e.first, e.last));
  const names = entries.flatMap(({ name, protocol }) => (name === undefined ? [] : [{ name, protocol }]));
  const endPort = entries.some((e) => e.endPort);
  return { numbers: numbers.length > 0 ? unionAll(numbers) : NONE, names, ...(endPort ? { endPort } : {}) };
}

function readPort(field: Field): PortEntry {
  field.knows('protocol', 'port', 'endPort');
  const protocol = readProtocol(field.at('protocol')) ?? 'TCP';
  const port = field.at('port');
  const endPort = field.at('endPort');
  if (port.absent) {
    if (!endPort.absent) endPort.refuse('NET015', 'endPort needs a port to begin from');
    return range(protocol, 1, MAX_PORT);
  }
  return typeof port.value === 'string' ? readName(port, endPort, protocol) : readNumber(port, endPort, protocol);
}

function range(protocol: Protocol, first: number, last: number, endPort = false): PortEntry {
  return { protocol, first, last, name: undefined, endPort };
}

function readName(port: Field, endPort: Field, protocol: Protocol): PortEntry {
  const name = port.string() ?? '';
  if (!isPortName(name)) {
    const isNumber = /^\d+$/.test(name);
    const hint = isNumber
      ? '; a number in quotes is a name: remove the quotes'
      : ': at most 15 lower case letters, digits and -';
    port.refuse('SCH003', `not a port name${hint}`);
  }
  if (!endPort.absent) endPort.refuse('NET015', 'endPort cannot follow a port name');
  return { protocol, first: 1, last: 0, name, endPort: false };
}

function readNumber(port: Field, endPort: Field, protocol: Protocol): PortEntry {
  const first = port.integer();
  if (first === undefined) return range(protocol, 1, 0);
  if (first < 1 || first > MAX_PORT) port.refuse('SCH003', 'port must be from 1 to 65535');
  if (endPort.absent) return range(protocol, first, first);
  const last = endPort.integer();
  if (last === undefined) return range(protocol, 1, 0);
  if (last > MAX_PORT) endPort.refuse('NET015', 'endPort must be at most 65535');
  if (last < first) endPort.refuse('NET015', 'endPort must not be smaller than port');
  return range(protocol, first, last, true);
}
