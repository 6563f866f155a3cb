/**
 * Does one entry of `ports` speak about this packet? A port name is looked up on the destination pod, by name and
 * protocol, among its containers and then its sidecars (init containers that restart always); what does not resolve matches
 * nothing. See https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/.
 */
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

/** The first declaration wins when a pod declares one name and protocol twice, as EndpointSlices have it. */
function portNamed(pod: PodManifest, name: string, protocol: string): number | undefined {
  const sidecars = (pod.spec.initContainers ?? []).filter((container) => container.restartPolicy === 'Always');
  return [...pod.spec.containers, ...sidecars]
    .flatMap((container) => container.ports ?? [])
    .find((port) => port.name === name && (port.protocol ?? 'TCP') === protocol)?.containerPort;
}
