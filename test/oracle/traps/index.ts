/** All trap tables, by subject. */
import { ADDRESSES } from './addresses.ts';
import { CLUSTER_MATCHES } from './cluster-matches.ts';
import { DEFAULTS } from './defaults.ts';
import { NETWORKS } from './networks.ts';
import { POD_ADDRESSES } from './pod-addresses.ts';
import { PODS } from './pods.ts';
import { PORTS } from './ports.ts';
import { PRIORITIES } from './priorities.ts';
import { SELECTORS } from './selectors.ts';
import { SIDES } from './sides.ts';
import { TIERS } from './tiers.ts';
import type { Trap } from './trap.ts';

type Table = readonly [subject: string, traps: readonly Trap[]];

export const TRAPS: readonly Table[] = [
  ['defaults and emptiness', DEFAULTS],
  ['selectors', SELECTORS],
  ['union and sides', SIDES],
  ['addresses', ADDRESSES],
  ['addresses of pods', POD_ADDRESSES],
  ['ports', PORTS],
  ['special pods', PODS],
];

export const CLUSTER_POLICY_TRAPS: readonly Table[] = [
  ['tiers', TIERS],
  ['priorities', PRIORITIES],
  ['networks', NETWORKS],
  ['subjects, peers and ports of cluster policies', CLUSTER_MATCHES],
];
