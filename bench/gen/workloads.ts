/** Workloads: those of the applications, more in the first namespaces than in the last, and seven of the system. */

import type { Labels } from './manifest.ts';
import { NAMES, type NamedPort, TIER_PORTS, TIERS, type Tier } from './names.ts';
import type { AppNamespace } from './namespaces.ts';
import type { ClusterOptions } from './options.ts';
import type { Random } from './random.ts';

export type WorkloadKind = 'Pod' | 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'CronJob';

export interface Workload {
  readonly namespace: string;
  readonly name: string;
  readonly tier: Tier | 'system';
  readonly kind: WorkloadKind;
  readonly labels: Labels;
  readonly ports: readonly NamedPort[];
  readonly replicas: number;
  readonly hostNetwork: boolean;
}

/** The namespaces with their workloads. */
export interface Home extends AppNamespace {
  readonly workloads: readonly Workload[];
}

export function appHomes(namespaces: readonly AppNamespace[], options: ClusterOptions, random: Random): Home[] {
  const quotas = spread(options.workloads, namespaces.length);
  let made = 0;
  return namespaces.map((namespace, i) => {
    const names = new Map<string, number>();
    const workloads: Workload[] = [];
    for (let j = 0; j < (quotas[i] ?? 0); j++) {
      workloads.push(drawWorkload(namespace, { options, random, names, serial: made++ }));
    }
    return { ...namespace, workloads };
  });
}

/** Zipf with exponent 0.5; what rounding leaves over goes to the first namespaces. */
function spread(total: number, places: number): number[] {
  const weights = Array.from({ length: places }, (_, i) => 1 / (i + 1) ** 0.5);
  const sum = weights.reduce((a, b) => a + b, 0);
  const quotas = weights.map((weight) => Math.floor((weight / sum) * total));
  const given = quotas.reduce((a, b) => a + b, 0);
  for (let i = 0; i < total - given; i++) quotas[i % places] = (quotas[i % places] ?? 0) + 1;
  return quotas;
}

interface Draw {
  readonly options: ClusterOptions;
  readonly random: Random;
  /** How often each name is taken in the namespace. */
  readonly names: Map<string, number>;
  /** How many workloads the cluster has so far. */
  readonly serial: number;
}

function drawWorkload({ name: namespace, team }: AppNamespace, { options, random, names, serial }: Draw): Workload {
  const name = freeName(random.pick(NAMES), names);
  const tier = random.weighted(TIERS);
  const kind = drawKind(tier, random);
  const labels: Record<string, string> = { app: name, 'app.kubernetes.io/name': name, tier };
  labels['version'] = `v${random.between(1, 3)}`;
  labels['team'] = team;
  if (random.chance(0.5)) labels['helm.sh/chart'] = `${name}-${version(random)}`;
  if (random.chance(0.08)) labels['egress'] = 'internet';
  const ports = drawPorts(tier, random);
  if (options.profile === 'adversarial-labels') {
    labels['uid'] = `u${serial}`;
    for (let k = 0; k < 6; k++) labels[`k${random.below(24)}`] = `v${random.below(16)}`;
  }
  const share = kind === 'Pod' ? 0 : options.podsPerWorkload * (0.5 + random.fraction());
  const hostNetwork = kind === 'DaemonSet' && random.chance(0.3);
  return { namespace, name, tier, kind, labels, ports, replicas: Math.max(1, Math.round(share)), hostNetwork };
}

function freeName(base: string, names: Map<string, number>): string {
  const count = (names.get(base) ?? 0) + 1;
  names.set(base, count);
  return count === 1 ? base : `${base}-${count}`;
}

function version(random: Random): string {
  return `${random.between(0, 9)}.${random.between(0, 20)}.${random.between(0, 9)}`;
}

/** A port name means different numbers in different pods. */
function drawPorts(tier: Tier, random: Random): NamedPort[] {
  const ports = TIER_PORTS[tier].map(([name, port, protocol]): NamedPort => {
    return [name, random.chance(0.15) ? port + random.between(1, 9) : port, protocol];
  });
  if (random.chance(0.05)) ports.push(['dns', 53, 'UDP']);
  if (random.chance(0.01)) ports.push(['sig', 7777, 'SCTP']);
  return ports;
}

const KINDS: Readonly<Record<'db' | 'worker' | 'others', readonly (readonly [number, WorkloadKind])[]>> = {
  db: [
    [8, 'StatefulSet'],
    [2, 'Deployment'],
  ],
  worker: [
    [6, 'Deployment'],
    [2, 'CronJob'],
    [1, 'Job'],
    [1, 'DaemonSet'],
  ],
  others: [
    [90, 'Deployment'],
    [4, 'StatefulSet'],
    [4, 'DaemonSet'],
    [2, 'Pod'],
  ],
};

function drawKind(tier: Tier, random: Random): WorkloadKind {
  return random.weighted(KINDS[tier === 'db' || tier === 'worker' ? tier : 'others']);
}
