/** Workloads as manifests: their controllers, or the pods that those have made. */

import type { Labels, Manifest } from './manifest.ts';
import type { Workload } from './workloads.ts';

/** What a Service or a controller selects the pods of a workload by. */
export function selectorOf({ tier, name, labels }: Workload): Labels {
  return tier === 'system' ? labels : { app: name };
}

export function workloadObject(workload: Workload): Manifest {
  const { namespace, name, kind, labels, replicas } = workload;
  const metadata = { name, namespace, labels: { app: name } };
  const template = podTemplate(workload);
  const selector = { matchLabels: selectorOf(workload) };
  switch (kind) {
    case 'Pod':
      return { apiVersion: 'v1', kind, metadata: { ...metadata, labels }, spec: template.spec };
    case 'Deployment':
      return { apiVersion: 'apps/v1', kind, metadata, spec: { replicas, selector, template } };
    case 'StatefulSet':
      return { apiVersion: 'apps/v1', kind, metadata, spec: { replicas, serviceName: name, selector, template } };
    case 'DaemonSet':
      return { apiVersion: 'apps/v1', kind, metadata, spec: { selector, template } };
    case 'Job':
      return { apiVersion: 'batch/v1', kind, metadata, spec: { template } };
    case 'CronJob':
      return {
        apiVersion: 'batch/v1',
        kind,
        metadata,
        spec: { schedule: '*/10 * * * *', jobTemplate: { spec: { template } } },
      };
  }
}

/** The replicas, of which `first` is the number among all pods of the cluster. */
export function* podObjects(workload: Workload, first: number): Generator<Manifest> {
  const { spec } = podTemplate(workload);
  const { namespace, name, labels, replicas } = workload;
  for (let i = 0; i < replicas; i++) {
    const owner = workload.kind === 'Pod' ? {} : { ownerReferences: [ownerOf(workload, first + i)] };
    const ip = addressOf(workload, first + i);
    yield {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `${name}-${i}`, namespace, labels, ...owner },
      spec,
      status: { phase: 'Running', podIP: ip, podIPs: [{ ip }] },
    };
  }
}

function podTemplate({ name, kind, labels, ports, hostNetwork }: Workload) {
  const listed = ports.map(([port, containerPort, protocol]) => ({ name: port, containerPort, protocol }));
  const container = {
    name: 'main',
    image: `registry.example.com/${name}:1.0`,
    ...(listed.length > 0 && { ports: listed }),
  };
  const runsOnce = kind === 'CronJob' || kind === 'Job';
  return {
    metadata: { labels },
    spec: {
      containers: [container],
      ...(hostNetwork && { hostNetwork: true }),
      ...(runsOnce && { restartPolicy: 'Never' }),
    },
  };
}

function ownerOf({ kind, name }: Workload, serial: number) {
  const runsOnce = kind === 'CronJob' || kind === 'Job';
  return {
    apiVersion: runsOnce ? 'batch/v1' : 'apps/v1',
    kind: kind === 'CronJob' ? 'Job' : kind,
    name,
    uid: `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`,
    controller: true,
  };
}

function addressOf({ hostNetwork }: Workload, serial: number): string {
  const low = `${(serial >> 8) & 255}.${serial & 255}`;
  return hostNetwork ? `10.0.${low}` : `10.${128 + ((serial >> 16) & 127)}.${low}`;
}
