/** Words that workloads and namespaces are named with, and the tiers of an application with the ports each listens on. */

import type { Protocol } from './manifest.ts';

export const NAMES: readonly string[] = [
  ...['api', 'auth', 'billing', 'cart', 'catalog', 'checkout', 'config', 'currency', 'email', 'events', 'export'],
  ...['feed', 'fraud', 'gateway', 'geo', 'history', 'identity', 'image', 'import', 'index', 'inventory', 'invoice'],
  ...['jobs', 'ledger', 'mail', 'media', 'notify', 'orders', 'payment', 'pricing', 'profile', 'quota', 'rating'],
  ...['report', 'review', 'search', 'session', 'shipping', 'stock', 'sync', 'tax', 'token', 'tracking', 'upload'],
  ...['user', 'web', 'webhook', 'worker'],
];

export type Tier = 'frontend' | 'backend' | 'worker' | 'cache' | 'db';

/** With the weight of each. */
export const TIERS: readonly (readonly [number, Tier])[] = [
  [3, 'frontend'],
  [6, 'backend'],
  [2, 'worker'],
  [2, 'cache'],
  [2, 'db'],
];

export type NamedPort = readonly [name: string, port: number, protocol: Protocol];

export const TIER_PORTS: Readonly<Record<Tier, readonly NamedPort[]>> = {
  frontend: [
    ['http', 8080, 'TCP'],
    ['metrics', 9090, 'TCP'],
  ],
  backend: [
    ['http', 8080, 'TCP'],
    ['grpc', 50051, 'TCP'],
    ['metrics', 9090, 'TCP'],
  ],
  worker: [['metrics', 9102, 'TCP']],
  cache: [['redis', 6379, 'TCP']],
  db: [
    ['db', 5432, 'TCP'],
    ['metrics', 9187, 'TCP'],
  ],
};

/** How many teams share the namespaces. */
export function teamCount(namespaces: number): number {
  return Math.max(2, Math.round(Math.sqrt(namespaces) * 1.5));
}
