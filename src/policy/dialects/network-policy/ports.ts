/**
 * `ports` of a NetworkPolicy rule. An absent or empty list means every port of every protocol; an entry without a
 * port means every port of its protocol, which is TCP where none is said.
 */

import { MAX_PORT, NONE, type Protocol, portRange, unionAll } from '../../../algebra/connection-set.ts';
import type { Field } from '../../../kubernetes/field.ts';
import { readProtocol } from '../../../kubernetes/pod.ts';
import { isPortName } from '../../../kubernetes/syntax.ts';
import { ANY_PORT, type PortSpec } from '../../rule.ts';

const NOTHING: PortSpec = { numbers: NONE, names: [] };

export function readPorts(field: Field): PortSpec {
  const items = field.items();
  if (items.length === 0) return ANY_PORT;
  const specs = items.map(readPort);
  return { numbers: unionAll(specs.map((s) => s.numbers)), names: specs.flatMap((s) => s.names) };
}

function readPort(field: Field): PortSpec {
  field.knows('protocol', 'port', 'endPort');
  const protocol = readProtocol(field.at('protocol')) ?? 'TCP';
  const port = field.at('port');
  const endPort = field.at('endPort');
  if (port.absent) {
    if (!endPort.absent) endPort.refuse('NET015', 'endPort needs a port to begin from');
    return { numbers: portRange(protocol, 1, MAX_PORT), names: [] };
  }
  return typeof port.value === 'string' ? readName(port, endPort, protocol) : readNumber(port, endPort, protocol);
}

function readName(port: Field, endPort: Field, protocol: Protocol): PortSpec {
  const name = port.string() ?? '';
  if (!isPortName(name)) {
    const isNumber = /^\d+$/.test(name);
    const hint = isNumber
      ? '; a number in quotes is a name: remove the quotes'
      : ': at most 15 lower case letters, digits and -';
    port.refuse('SCH003', `not a port name${hint}`);
  }
  if (!endPort.absent) endPort.refuse('NET015', 'endPort cannot follow a port name');
  return { numbers: NONE, names: [{ name, protocol }] };
}

function readNumber(port: Field, endPort: Field, protocol: Protocol): PortSpec {
  const first = port.integer();
  if (first === undefined) return NOTHING;
  if (first < 1 || first > MAX_PORT) port.refuse('SCH003', 'port must be from 1 to 65535');
  if (endPort.absent) return { numbers: portRange(protocol, first, first), names: [] };
  const last = endPort.integer();
  if (last === undefined) return NOTHING;
  if (last > MAX_PORT) endPort.refuse('NET015', 'endPort must be at most 65535');
  if (last < first) endPort.refuse('NET015', 'endPort must not be smaller than port');
  return { numbers: portRange(protocol, first, last), names: [] };
}
