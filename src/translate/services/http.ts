/**
 * Published ports behind a controller that speaks HTTP: an Ingress
 * (https://kubernetes.io/docs/concepts/services-networking/ingress/) or an HTTPRoute (https://gateway-api.sigs.k8s.io/api-types/httproute/).
 */

import type { Binding } from '../../policy/dialects/docker-network/index.ts';
import type { YamlNode } from '../../util/yaml-writer.ts';
import { filled, from, type Manifest, metadata } from '../manifests/manifest.ts';
import { entryAt, type Plan } from '../plan.ts';
import type { Unit } from '../pods/unit.ts';

const GATEWAY = 'public';

export interface Behind {
  readonly unit: Unit;
  /** The name of the Service that is led to. */
  readonly service: string;
  readonly bindings: readonly Binding[];
}

export function isHttp({ protocol }: Binding): boolean {
  return protocol === 'TCP';
}

function portOf({ published, target }: Binding): number {
  return published && published.first === published.last ? published.first : target.first;
}

/** Hosts that kompose's label names: `true`, or names with paths, separated by commas. */
function hostsOf({ root, name }: Unit, { project }: Plan): readonly (readonly [string | undefined, string])[] {
  const label = root.labels.get('kompose.service.expose') ?? '';
  if (label === '' || label === 'false') return [[`${name}.${project.name}.example`.toLowerCase(), '/']];
  if (label === 'true') return [[undefined, '/']];
  return label.split(',').map((each) => {
    const [host = '', ...path] = each.trim().split('/');
    return [host, `/${path.join('/')}`] as const;
  });
}

export function ingress(plan: Plan, { unit, service, bindings }: Behind): Manifest[] {
  const [first] = bindings;
  if (!first) return [];
  const { labels } = unit.root;
  const backend = { service: { name: service, port: { number: portOf(first) } } };
  const hosts = hostsOf(unit, plan);
  const secret = labels.get('kompose.service.expose.tls-secret');
  const named = hosts.flatMap(([host]) => (host === undefined ? [] : [host]));
  const rules = hosts.map(
    ([host, path]): YamlNode => ({ host, http: { paths: [{ path, pathType: 'Prefix', backend }] } }),
  );
  const object = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: from(plan, metadata(plan, plan.objectNames.of('Ingress', unit.name), unit.name), first.origin),
    spec: {
      ingressClassName: from(
        plan,
        labels.get('kompose.service.expose.ingress-class-name'),
        entryAt(unit.root, 'labels'),
      ),
      tls: secret === undefined ? undefined : [{ hosts: filled(named), secretName: secret }],
      rules,
    },
  };
  return [{ part: { service: unit.name }, head: [`${unit.root.name} over HTTP.`], object }];
}

/** It hangs on a Gateway of the project, whose class the cluster's owner names. */
export function httpRoute(plan: Plan, { unit, service, bindings }: Behind): Manifest[] {
  const [first] = bindings;
  if (!first) return [];
  const hosts = hostsOf(unit, plan).flatMap(([host]) => (host === undefined ? [] : [host]));
  const object = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: from(plan, metadata(plan, plan.objectNames.of('HTTPRoute', unit.name), unit.name), first.origin),
    spec: {
      parentRefs: [{ name: GATEWAY }],
      hostnames: filled(hosts),
      rules: [{ backendRefs: [{ name: service, port: portOf(first) }] }],
    },
  };
  return [{ part: { service: unit.name }, head: [`${unit.root.name} over HTTP.`], object }];
}

/** What HTTPRoutes of the project hang on. */
export function gateway(plan: Plan): Manifest {
  const object = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: metadata(plan, GATEWAY),
    spec: { gatewayClassName: 'default', listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }] },
  };
  return { part: 'storage', head: ['Where HTTP comes in. Write the GatewayClass of your cluster.'], object };
}
