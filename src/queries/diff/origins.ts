/** Where workloads stand; a pod that is analysed by itself stands where the workload does that it is of. */

import type { Origin } from '../../ingest/index.ts';
import type { Cluster } from '../../kubernetes/cluster.ts';

export class Origins {
  readonly #cluster: Cluster;
  readonly #workloads: ReadonlyMap<string, Origin>;
  #pods: ReadonlyMap<string, Origin> | undefined;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#workloads = new Map(cluster.workloads.map(({ id, origin }) => [id, origin]));
  }

  of(id: string): Origin | undefined {
    const known = this.#workloads.get(id);
    if (known) return known;
    this.#pods ??= podOrigins(this.#cluster);
    return this.#pods.get(id);
  }
}

function podOrigins({ workloads }: Cluster): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const { namespace, groups, origin } of workloads) {
    for (const { pods } of groups) for (const pod of pods) origins.set(`${namespace}/${pod}[Pod]`, origin);
  }
  return origins;
}
