/** All that is drawn before the first manifest is written, and what is counted while the rest is. */

import { type IpBlock, ipBlockPool } from './ip-blocks.ts';
import { appNamespaces } from './namespaces.ts';
import type { ClusterOptions } from './options.ts';
import { randomStream } from './random.ts';
import { appHomes, type Home } from './workloads.ts';

/** What the manifests hold, as far as they are written. */
export interface Tally {
  pods: number;
  rules: number;
  peers: number;
  /** Objects by kind. */
  readonly counts: Record<string, number>;
}

export interface Plan {
  readonly options: ClusterOptions;
  readonly homes: readonly Home[];
  readonly pool: readonly IpBlock[];
  readonly tally: Tally;
}

export function makePlan(options: ClusterOptions): Plan {
  const { seed } = options;
  return {
    options,
    homes: appHomes(appNamespaces(options, randomStream(seed, 'ns')), options, randomStream(seed, 'wl')),
    pool: ipBlockPool(options, randomStream(seed, 'cidr')),
    tally: { pods: 0, rules: 0, peers: 0, counts: {} },
  };
}
