/**
 * An item of `protocols` in v1alpha2: a destination port of one protocol, or a port name. `tcp: {}` is not a way to
 * say any TCP port: its schema asks for a field, so that is the range from 1 to 65535.
 */

import { type Protocol, portRange } from '../../../algebra/connection-set.ts';
import type { Field } from '../../../kubernetes/field.ts';
import type { PortSpec } from '../../rule.ts';
import { NO_PORT, readNamedPort, readPortNumber } from '../network-policy-api/ports.ts';
import { oneOf } from '../network-policy-api/shapes.ts';

const PROTOCOL_OF = { tcp: 'TCP', udp: 'UDP', sctp: 'SCTP' } as const;

export function readProtocol(field: Field): PortSpec {
  const key = oneOf(field, ['tcp', 'udp', 'sctp', 'destinationNamedPort']);
  if (key === undefined) return NO_PORT;
  if (key === 'destinationNamedPort') return readNamedPort(field.at(key));
  return oneOf(field.at(key), ['destinationPort'])
    ? readDestination(field.at(key).at('destinationPort'), PROTOCOL_OF[key])
    : NO_PORT;
}

function readDestination(field: Field, protocol: Protocol): PortSpec {
  switch (oneOf(field, ['number', 'range'])) {
    case 'number':
      return portsFrom(protocol, readPortNumber(field, 'number'));
    case 'range':
      return readRange(field.at('range'), protocol);
    case undefined:
      return NO_PORT;
  }
}

function readRange(field: Field, protocol: Protocol): PortSpec {
  field.knows('start', 'end');
  const start = readPortNumber(field, 'start');
  const end = readPortNumber(field, 'end');
  if (start !== undefined && end !== undefined && start >= end) {
    field.refuse('SCH003', 'start must be less than end; for one port write number');
  }
  return portsFrom(protocol, start, end);
}

function portsFrom(protocol: Protocol, first: number | undefined, last = first): PortSpec {
  return first === undefined || last === undefined ? NO_PORT : { numbers: portRange(protocol, first, last), names: [] };
}
