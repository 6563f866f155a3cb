/**
 * Pods and pod templates, as far as connectivity goes: labels, named ports, addresses, node and host network.
 *
 * Port names are looked up in containers and in restartable init containers (sidecars), not in plain init containers
 * (kubernetes/kubernetes#127976).
 */

import { type Address, parseAddress } from '../algebra/cidr.ts';
import { PROTOCOLS, type Protocol } from '../algebra/connection-set.ts';
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
  const sidecars = spec
    .at('initContainers')
    .items()
    .filter((c) => c.at('restartPolicy').string() === 'Always');
  return {
    ports: [...spec.at('containers').items(), ...sidecars].flatMap(readPorts),
    hostNetwork: spec.at('hostNetwork').boolean() ?? false,
    node: spec.at('nodeName').string() || undefined,
  };
}

function readPorts(container: Field): ContainerPort[] {
  const out: ContainerPort[] = [];
  for (const field of container.at('ports').items()) {
    const port = field.at('containerPort').integer();
    const protocol = readProtocol(field.at('protocol'));
    const name = field.at('name').string() || undefined;
    if (name !== undefined && !isPortName(name)) {
      field
        .at('name')
        .refuse('SCH008', "a port name has at most 15 lower case letters, digits and '-', and at least one letter");
    }
    if (field.object() && field.at('containerPort').absent) reportMissing(field);
    if (port !== undefined && (port < 1 || port > 65535)) {
      field.at('containerPort').refuse('SCH003', 'containerPort must be from 1 to 65535');
    } else if (port !== undefined && protocol) out.push({ name, protocol, port });
  }
  return out;
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
  const protocol = PROTOCOLS.find((p) => p === text);
  if (!protocol) field.refuse('SCH003', 'protocol must be TCP, UDP or SCTP, in capitals');
  return protocol;
}

/** Status is what the cluster wrote; an address that cannot be read is left out. */
export function readPodStatus(status: Field, hostNetwork: boolean): PodStatus {
  const texts = [
    status.at('podIP').string(),
    ...status
      .at('podIPs')
      .items()
      .map((f) => f.at('ip').string()),
    ...(hostNetwork ? [status.at('hostIP').string()] : []),
    ...(hostNetwork
      ? status
          .at('hostIPs')
          .items()
          .map((f) => f.at('ip').string())
      : []),
  ];
  const addresses = [...new Set(texts)].flatMap((text) => (text ? (parseAddress(text) ?? []) : []));
  const phase = status.at('phase').string();
  return { addresses, terminated: phase === 'Succeeded' || phase === 'Failed' };
}
