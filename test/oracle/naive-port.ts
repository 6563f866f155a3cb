/**
 * Does one entry of `ports`, or of `protocols`, speak about this packet? A port name is looked up on the destination pod, by
 * name and protocol, among its containers and then its sidecars (init containers that restart always); what does not resolve
 * matches nothing. See https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/.
 */
import type { AdminPort, DestinationPort, PortRange, ProtocolEntry } from './cluster-policy-manifests.ts';
import type { Flow } from './flow.ts';
import type { PodManifest, PolicyPort } from './manifests.ts';
import type { Place } from './naive-peer.ts';

export function portMatches(entry: PolicyPort, flow: Flow, destination: Place): boolean {
  const protocol = entry.protocol ?? 'TCP';
  if (flow.protocol !== protocol) {
    return false;
  }
  const port = entry.port ?? undefined;
  if (port === undefined) {
    return true;
  }
  if (typeof port === 'string') {
    return destination.kind === 'pod' && portNamed(destination.pod, port, protocol) === flow.port;
  }
  return port <= flow.port && flow.port <= (entry.endPort ?? port);
}

/** An entry of v1alpha1: numbers are TCP unless it says otherwise, a name has whatever protocol its port has. */
export function adminPortMatches({ portNumber, portRange, namedPort }: AdminPort, flow: Flow, to: Place): boolean {
  if (portNumber !== undefined) {
    return flow.protocol === (portNumber.protocol ?? 'TCP') && flow.port === portNumber.port;
  }
  if (portRange !== undefined) {
    return flow.protocol === (portRange.protocol ?? 'TCP') && isWithin(portRange, flow.port);
  }
  return namedPort !== undefined && isNamed(namedPort, flow, to);
}

/** An entry of v1alpha2, which has one field for each protocol. */
export function protocolEntryMatches(entry: ProtocolEntry, flow: Flow, to: Place): boolean {
  const { destinationNamedPort } = entry;
  if (destinationNamedPort !== undefined) {
    return isNamed(destinationNamedPort, flow, to);
  }
  const byProtocol = { TCP: entry.tcp, UDP: entry.udp, SCTP: entry.sctp, other: undefined };
  const match: DestinationPort | undefined = byProtocol[flow.protocol];
  if (match === undefined) {
    return false;
  }
  const { destinationPort } = match;
  return 'number' in destinationPort
    ? flow.port === destinationPort.number
    : isWithin(destinationPort.range, flow.port);
}

function isWithin({ start, end }: PortRange, port: number): boolean {
  return start <= port && port <= end;
}

function isNamed(name: string, { protocol, port }: Flow, to: Place): boolean {
  return to.kind === 'pod' && portNamed(to.pod, name, protocol) === port;
}

/** The first declaration wins when a pod declares one name and protocol twice, as EndpointSlices have it. */
export function portNamed(pod: PodManifest, name: string, protocol: string): number | undefined {
  const sidecars = (pod.spec.initContainers ?? []).filter((container) => container.restartPolicy === 'Always');
  return [...pod.spec.containers, ...sidecars]
    .flatMap((container) => container.ports ?? [])
    .find((port) => port.name === name && (port.protocol ?? 'TCP') === protocol)?.containerPort;
}
