/**
 * Where a connection to a Service ends, and what becomes of it there. Policy knows no Services: it sees the packet at the
 * pod, with the pod's own port. Follows https://kubernetes.io/docs/concepts/services-networking/service/.
 */
import type { OracleOptions, ServiceFlow, Verdict } from './flow.ts';
import {
  hasFinished,
  type Manifest,
  namespaceOf,
  type PodManifest,
  type ServiceManifest,
  type ServicePort,
} from './manifests.ts';
import { naiveVerdict } from './naive.ts';
import { selectorMatches } from './naive-peer.ts';
import { portNamed } from './naive-port.ts';

/**
 * One verdict for each pod that the Service leads to, by `namespace/name`. Nobody stands behind a port that the Service does
 * not have.
 */
export function naiveService(
  objects: readonly Manifest[],
  options: OracleOptions,
  { to, ...flow }: ServiceFlow,
): ReadonlyMap<string, Verdict> {
  const service = findService(objects, to.service);
  const verdicts = new Map<string, Verdict>();
  for (const pod of podsBehind(objects, service)) {
    const port = portAt(pod, service, flow);
    const path = `${namespaceOf(pod)}/${pod.metadata.name}`;
    if (port !== undefined) {
      verdicts.set(path, naiveVerdict(objects, options, { ...flow, to: { pod: path }, port }));
    }
  }
  return verdicts;
}

/** Where a port of the Service leads at a pod; undefined where it does not lead there. */
export function backendPort(
  objects: readonly Manifest[],
  service: ServiceManifest,
  { pod, port }: { readonly pod: PodManifest; readonly port: ServicePort },
): number | undefined {
  if (!podsBehind(objects, service).includes(pod)) {
    return undefined;
  }
  const target = port.targetPort ?? port.port;
  return typeof target === 'number' ? target : portNamed(pod, target, port.protocol ?? 'TCP');
}

function findService(objects: readonly Manifest[], path: string): ServiceManifest {
  for (const object of objects) {
    if (object.kind === 'Service' && `${namespaceOf(object)}/${object.metadata.name}` === path) {
      return object;
    }
  }
  throw new Error(`no Service is called ${path}`);
}

/** A Service without a selector selects nothing, not everything: someone else writes its endpoints. */
function podsBehind(objects: readonly Manifest[], service: ServiceManifest): readonly PodManifest[] {
  const selector = service.spec.selector ?? {};
  if (Object.keys(selector).length === 0) {
    return [];
  }
  return objects
    .filter((object) => object.kind === 'Pod')
    .filter((pod) => namespaceOf(pod) === namespaceOf(service) && !hasFinished(pod))
    .filter((pod) => selectorMatches({ matchLabels: selector }, pod.metadata.labels ?? {}));
}

/** The pod's own port for the one dialled. The name of a headless Service is the pods' own addresses: no port changes. */
function portAt(
  pod: PodManifest,
  { spec }: ServiceManifest,
  { protocol, port }: Pick<ServiceFlow, 'protocol' | 'port'>,
): number | undefined {
  if (spec.clusterIP === 'None') {
    return port;
  }
  const entry = (spec.ports ?? []).find((one) => one.port === port && (one.protocol ?? 'TCP') === protocol);
  if (entry === undefined) {
    return undefined;
  }
  const target = entry.targetPort ?? entry.port;
  return typeof target === 'number' ? target : portNamed(pod, target, protocol);
}
