/** What ports by name mean at an endpoint: the first declaration of a name and protocol counts. */

import { type ConnectionSet, NONE, portRange, unionAll } from '../../../src/algebra/connection-set.ts';
import type { Endpoint } from '../../../src/policy/endpoint.ts';
import type { PortName, PortSpec } from '../../../src/policy/rule.ts';
import type { DenseNode } from './node.ts';

/** The packets that ports mean at a destination. Outside addresses and entry controllers have no names. */
export function portsAt({ numbers, names }: PortSpec, destination: DenseNode | undefined): ConnectionSet {
  if (destination?.kind !== 'endpoint') return numbers;
  return unionAll([numbers, ...names.map((name) => namedPort(destination.endpoint, name))]);
}

function namedPort(endpoint: Endpoint, { name, protocol }: PortName): ConnectionSet {
  const port = portNumber(endpoint, name, protocol);
  return port === undefined ? NONE : portRange(protocol, port, port);
}

export function portNumber(endpoint: Endpoint, name: string, protocol: string): number | undefined {
  return endpoint.ports.find((port) => port.name === name && port.protocol === protocol)?.port;
}

/** What each of the mentioned names (`PROTOCOL/name`) means at an endpoint. */
export function namedPorts(endpoint: Endpoint, names: ReadonlySet<string>): string {
  const meant = endpoint.ports
    .filter(({ protocol, name }) => names.has(`${protocol}/${name}`))
    .map(({ protocol, name }) => `${protocol}/${name} ${portNumber(endpoint, name, protocol)}`);
  return JSON.stringify([...new Set(meant)].sort());
}
