/** Gateway API objects as YAML, and what a cluster makes of them in words short enough for a table. */

import { type Cluster, readCluster } from '../../src/kubernetes/cluster.ts';
import { documentsOf } from './bundle.ts';
import { together } from './objects.ts';

function object(kind: string, path: string, spec: string): string {
  const [namespace = '', name = ''] = path.split('/');
  return `{ apiVersion: gateway.networking.k8s.io/v1, kind: ${kind}, metadata: { name: ${name}, namespace: ${namespace} }, spec: ${spec} }`;
}

/** A Gateway; each listener is a YAML flow mapping without its braces. */
export function gateway(path: string, ...listeners: readonly string[]): string {
  return object(
    'Gateway',
    path,
    `{ gatewayClassName: x, listeners: [${listeners.map((l) => `{ ${l} }`).join(', ')}] }`,
  );
}

/** A route; `spec` is a YAML flow mapping without its braces. */
export function route(kind: string, path: string, spec: string): string {
  return object(kind, path, `{ ${spec} }`);
}

/** A grant in the namespace of `path`. */
export function grant(path: string, from: string, to: string): string {
  return object('ReferenceGrant', path, `{ from: [{ ${from} }], to: [{ ${to} }] }`);
}

export function clusterOf(...objects: readonly string[]): Cluster {
  return readCluster(documentsOf(together(...objects)), 'default');
}

/** `HTTPRoute app/web -> app/web:80 TCP`, one line per entry point. */
export function entriesOf({ entries }: Cluster): string[] {
  return entries.map(({ kind, namespace, name, backends }) => {
    const ends = backends.map((b) => `${b.namespace}/${b.service}:${b.port} ${b.protocol}`);
    return `${kind} ${namespace}/${name} -> ${ends.join(', ') || 'nothing'}`;
  });
}

/** `error GWA007 /spec/parentRefs/0`. */
export function findingsOf({ findings }: Cluster): string[] {
  return findings.map(({ severity, rule, place }) => {
    return `${severity} ${rule} ${place && 'document' in place ? place.pointer : '?'}`;
  });
}
