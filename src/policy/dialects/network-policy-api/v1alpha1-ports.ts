/**
 * An item of `ports` in v1alpha1: `portNumber`, `portRange` or `namedPort`. Its schema leaves two things open that its
 * types speak of: a protocol may be any text, and a range may end before it begins. The API server takes both, and
 * neither can match a packet.
 */

import { PROTOCOLS, portRange } from '../../../algebra/connection-set.ts';
import type { Field } from '../../../kubernetes/field.ts';
import type { PortSpec } from '../../rule.ts';
import { NO_PORT, readNamedPort, readPortNumber } from './ports.ts';
import { oneOf } from './shapes.ts';

export function readV1alpha1Port(field: Field): PortSpec {
  const key = oneOf(field, ['portNumber', 'portRange', 'namedPort']);
  switch (key) {
    case 'portNumber':
      return readSingle(field.at(key));
    case 'portRange':
      return readRange(field.at(key));
    case 'namedPort':
      return readNamedPort(field.at(key));
    case undefined:
      return NO_PORT;
  }
}

function readSingle(field: Field): PortSpec {
  field.knows('protocol', 'port');
  const port = readPortNumber(field, 'port');
  return portsFrom(field.at('protocol'), port, port);
}

function readRange(field: Field): PortSpec {
  field.knows('protocol', 'start', 'end');
  const start = readPortNumber(field, 'start');
  const end = readPortNumber(field, 'end');
  if (start !== undefined && end !== undefined && start >= end) {
    const outcome = start > end ? 'the range is empty and matches nothing' : 'it is read as the one port';
    const message = `start must be less than end; ${outcome}`;
    field.scope.report({ rule: 'SCH003', severity: 'warning', message, pointer: field.pointer });
  }
  return portsFrom(field.at('protocol'), start, end);
}

function portsFrom(field: Field, first: number | undefined, last: number | undefined): PortSpec {
  const text = field.string() ?? 'TCP';
  const protocol = PROTOCOLS.find((p) => p === text);
  if (!protocol) {
    const message = 'protocol must be TCP, UDP or SCTP, in capitals; with any other the item matches nothing';
    field.scope.report({ rule: 'SCH003', severity: 'error', message, pointer: field.pointer });
  }
  if (!protocol || first === undefined || last === undefined) return NO_PORT;
  return { numbers: portRange(protocol, first, last), names: [] };
}
