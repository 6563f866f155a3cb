/** What leads to workloads: a Service for each that has ports, and an Ingress for the frontends of each namespace. */

import { type Manifest, written } from './manifest.ts';
import type { Random } from './random.ts';
import { selectorOf } from './workload-objects.ts';
import type { Home, Workload } from './workloads.ts';

export function* services(workloads: readonly Workload[], random: Random): Generator<Manifest> {
  for (const workload of workloads) {
    const { namespace, name, kind, ports } = workload;
    if (ports.length === 0 || kind === 'CronJob' || kind === 'Job') continue;
    const headless = kind === 'StatefulSet';
    const spec = written({
      type: headless || random.chance(0.97) ? 'ClusterIP' : random.pick(['NodePort', 'LoadBalancer']),
      clusterIP: headless ? 'None' : undefined,
      selector: selectorOf(workload),
      ports: ports.map(([port, number, protocol]) => ({
        name: port,
        port: protocol === 'TCP' && port === 'http' ? 80 : number,
        protocol,
        targetPort: random.chance(0.5) ? port : number,
      })),
    });
    yield { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec };
  }
}

/** At most five frontends of a namespace. */
export function* ingresses(homes: readonly Home[]): Generator<Manifest> {
  for (const { name: namespace, workloads } of homes) {
    const frontends = workloads.filter(({ tier, kind }) => tier === 'frontend' && kind !== 'Pod').slice(0, 5);
    if (frontends.length === 0) continue;
    const paths = frontends.map(({ name }) => ({
      path: `/${name}`,
      pathType: 'Prefix',
      backend: { service: { name, port: { name: 'http' } } },
    }));
    const rules = [{ host: `${namespace}.example.com`, http: { paths } }];
    yield {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'web', namespace },
      spec: { ingressClassName: 'nginx', rules },
    };
  }
}
