/**
 * Pods and pod templates, as far as connectivity goes: labels, named ports, addresses, node and host network.
 *
 * Port names are looked up in containers and in restartable init containers (sidecars), not in plain init containers
 * (kubernetes/kubernetes#127976).
 */

import { type Address, parseAddress } from '../algebra/cidr.ts';
import type { Protocol } from '../algebra/connection-set.ts';
import { present } from '../util/ordering.ts';
import type { Field } from './field.ts';
import { isPortName } from './syntax.ts';

export interface ContainerPort {
  readonly name: string | undefined;
  readonly protocol: Protocol;
  readonly port: number;
}

/** What a pod spec says, whether in a pod or in a template. */
export interface PodSpec {
  /** Of containers, then of sidecars, in order of declaration. */
  readonly ports: readonly ContainerPort[];
  readonly hostNetwork: boolean;
  readonly node: string | undefined;
}

export interface PodStatus {
  readonly addresses: readonly Address[];
  /** Whether every container has ended: such a pod has given its address back. */
  readonly terminated: boolean;
}

export function readPodSpec(spec: Field): PodSpec {
  const sidecars = spec.itemsAt('initContainers').filter((c) => c.stringAt('restartPolicy') === 'Always');
  const ports: ContainerPort[] = [];
  for (const container of spec.itemsAt('containers')) readPorts(container, ports);
  for (const sidecar of sidecars) readPorts(sidecar, ports);
  return {
    ports,
    hostNetwork: spec.at('hostNetwork').boolean() ?? false,
    node: spec.stringAt('nodeName') || undefined,
  };
}

function readPorts(container: Field, into: ContainerPort[]): void {
  for (const field of container.itemsAt('ports')) {
    const number = field.at('containerPort');
    const port = number.integer();
    const protocol = readProtocol(field.at('protocol'));
    const named = field.at('name');
    const name = named.string() || undefined;
    if (name !== undefined && !isPortName(name)) {
      named.refuse('SCH008', "a port name has at most 15 lower case letters, digits and '-', and at least one letter");
    }
    if (number.absent && field.object()) reportMissing(field);
    if (port !== undefined && (port < 1 || port > 65535)) {
      number.refuse('SCH003', 'containerPort must be from 1 to 65535');
    } else if (port !== undefined && protocol) into.push({ name, protocol, port });
  }
}

/**
 * The API server refuses the pod, but all it says of connectivity is that a name has no port: leaving the workload out
 * of the answer would hide more than that.
 */
function reportMissing(field: Field): void {
  const message =
    'a port needs containerPort, and the API server refuses the pod without it; the port is left out here';
  field.scope.report({ rule: 'SCH004', severity: 'error', message, pointer: field.pointer });
}

/** A protocol, TCP where it is not said; undefined, and the object refused, for anything else. */
export function readProtocol(field: Field): Protocol | undefined {
  const text = field.string() ?? 'TCP';
  if (text === 'TCP' || text === 'UDP' || text === 'SCTP') return text;
  field.refuse('SCH003', 'protocol must be TCP, UDP or SCTP, in capitals');
  return undefined;
}

/** Status is what the cluster wrote; an address that cannot be read is left out. */
export function readPodStatus(status: Field, hostNetwork: boolean): PodStatus {
  const texts: string[] = [];
  readAddresses(status, { one: 'podIP', all: 'podIPs' }, texts);
  if (hostNetwork) readAddresses(status, { one: 'hostIP', all: 'hostIPs' }, texts);
  const phase = status.stringAt('phase');
  const terminated = phase === 'Succeeded' || phase === 'Failed';
  return { addresses: present(texts.map(parseAddress)), terminated };
}

function readAddresses(status: Field, { one, all }: { one: string; all: string }, into: string[]): void {
  addOnce(status.stringAt(one), into);
  for (const item of status.itemsAt(all)) addOnce(item.stringAt('ip'), into);
}

function addOnce(text: string | undefined, into: string[]): void {
  if (text && !into.includes(text)) into.push(text);
}
