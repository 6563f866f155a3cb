/** Which names resolve in the cluster, and what stands behind them. */

import type { Reach } from '../engine/reach.ts';
import type { FrontEnd } from '../policy/front-end.ts';
import { byKeys, compareText } from '../util/ordering.ts';
import { endpointAt } from './resolve-end.ts';
import { backendsOf } from './through-front-end.ts';

export interface ResolvedName {
  /** Where the name works: `*`, every namespace, or `namespace/*`. */
  readonly from: string;
  readonly name: string;
  /** Ids of the workloads behind it, or the name outside the cluster that it stands for. */
  readonly resolvesTo: readonly string[];
}

/** Sorted by `from`, then `name`. A Service with nothing behind it is listed, with nothing. */
export function clusterNames(reach: Reach, frontEnds: readonly FrontEnd[]): ResolvedName[] {
  return frontEnds
    .flatMap((frontEnd) => {
      const resolvesTo = behind(reach, frontEnd);
      const everywhere = frontEnd.names.map((name) => ({ from: '*', name, resolvesTo }));
      const nearby = { from: `${frontEnd.namespace}/*`, name: frontEnd.shortName, resolvesTo };
      return [...everywhere, nearby];
    })
    .sort(
      byKeys(
        (n) => n.from,
        (n) => n.name,
      ),
    );
}

/** What stands behind a front end: workload ids, or the outside name it stands for. */
export function behind(reach: Reach, frontEnd: FrontEnd): string[] {
  if (frontEnd.external !== undefined) return [frontEnd.external];
  const everything = { from: '', to: '', protocol: 'TCP', port: undefined } as const;
  const ids = backendsOf(reach, frontEnd, everything).flatMap(({ node }) => endpointAt(reach, node)?.workload ?? []);
  return [...new Set(ids)].sort(compareText);
}
