/**
 * What comes through Ingresses: a controller takes it to the pods behind a Service, at the pods' own port, and policy sees a
 * connection from the controller's pod. Where nobody says which pod that is, it may be any pod; its own policies are then
 * nobody's question. Follows https://kubernetes.io/docs/concepts/services-networking/ingress/.
 */
import type { OracleOptions, Verdict } from './flow.ts';
import {
  hasFinished,
  type IngressBackend,
  type IngressManifest,
  type Labels,
  type Manifest,
  namespaceOf,
  type PodManifest,
} from './manifests.ts';
import { naiveArrival, naiveVerdict } from './naive.ts';
import { backendPort } from './naive-service.ts';
import type { Packet } from './probes.ts';

/** The pods that the controller may be. */
export interface Controllers {
  readonly pods: readonly PodManifest[];
  /** Whether its namespace is known. */
  readonly placed: boolean;
}

const STRANGERS: readonly Labels[] = [{}, { app: 'a' }, { app: 'b', tier: '' }, { env: 'a', owner: 'web' }];

/** `option` is `namespace/pod`, of a pod that is shown or not, or `namespace:key=value`. */
export function controllersOf(objects: readonly Manifest[], option: string | undefined): Controllers {
  const shown = objects.filter((object) => object.kind === 'Pod').filter((pod) => !hasFinished(pod));
  if (option === undefined) {
    const inside = shown.filter(({ spec }) => spec.hostNetwork !== true);
    return { pods: [...inside, ...strangers('elsewhere', {})], placed: false };
  }
  const [, namespace = '', separator, rest = ''] = /^([^/:]*)([/:])(.*)$/.exec(option) ?? [];
  if (separator === ':') {
    const [key = '', value = ''] = rest.split('=');
    return { pods: strangers(namespace, { [key]: value }), placed: true };
  }
  const meant = shown.filter((pod) => namespaceOf(pod) === namespace && pod.metadata.name === rest);
  return { pods: meant.length > 0 ? meant : strangers(namespace, {}), placed: true };
}

function strangers(namespace: string, sure: Labels): readonly PodManifest[] {
  return STRANGERS.map((labels, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `stranger-${index}`, namespace, labels: { ...labels, ...sure } },
    spec: { containers: [] },
  }));
}

/** What may become of a packet at a pod, over all that the controller may be; a pod is no controller of itself. */
export function entryVerdicts(
  objects: readonly Manifest[],
  options: OracleOptions,
  {
    controllers,
    pod,
    packet,
  }: { readonly controllers: Controllers; readonly pod: PodManifest; readonly packet: Packet },
): ReadonlySet<Verdict> {
  const { pods, placed } = controllers;
  const leads = entryPackets(objects, pod).some((led) => led.protocol === packet.protocol && led.port === packet.port);
  const judge = placed ? naiveVerdict : naiveArrival;
  return new Set(
    pods.flatMap((controller): readonly Verdict[] => {
      if (controller === pod) return [];
      const known = objects.includes(controller) ? objects : [...objects, controller];
      return [leads ? judge(known, options, { from: endOf(controller), to: endOf(pod), ...packet }) : 'deny'];
    }),
  );
}

/** All that Ingresses lead to at a pod. */
export function entryPackets(objects: readonly Manifest[], pod: PodManifest): readonly Packet[] {
  return objects
    .filter((object) => object.kind === 'Ingress')
    .flatMap((ingress) => backendsOf(ingress).flatMap((backend) => led(objects, ingress, { backend, pod })));
}

function backendsOf({ spec }: IngressManifest): readonly IngressBackend[] {
  const paths = (spec.rules ?? []).flatMap(({ http }) => http?.paths ?? []);
  return [...(spec.defaultBackend ? [spec.defaultBackend] : []), ...paths.map(({ backend }) => backend)];
}

/** Backends are Services of the Ingress's own namespace. */
function led(
  objects: readonly Manifest[],
  ingress: IngressManifest,
  { backend, pod }: { readonly backend: IngressBackend; readonly pod: PodManifest },
): readonly Packet[] {
  const { name, port: asked } = backend.service;
  const services = objects
    .filter((object) => object.kind === 'Service')
    .filter((service) => service.metadata.name === name && namespaceOf(service) === namespaceOf(ingress));
  return services.flatMap((service) =>
    (service.spec.ports ?? [])
      .filter((entry) => ('number' in asked ? entry.port === asked.number : entry.name === asked.name))
      .flatMap((entry): readonly Packet[] => {
        const port = backendPort(objects, service, { pod, port: entry });
        return port === undefined ? [] : [{ protocol: entry.protocol ?? 'TCP', port }];
      }),
  );
}

function endOf(pod: PodManifest) {
  return { pod: `${namespaceOf(pod)}/${pod.metadata.name}` };
}
