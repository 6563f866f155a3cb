/** Clusters of the benchmark's generator as the witnesses take them: of every profile, with and without admin policies. */
import { generate } from '../../bench/gen/generate.ts';
import { type ClusterOptions, DEFAULT_OPTIONS, PROFILES } from '../../bench/gen/options.ts';
import { randomStream } from '../../bench/gen/random.ts';
import type { Manifest } from './manifests.ts';

export interface GeneratedCluster {
  readonly objects: readonly Manifest[];
  /** The arguments that make it. */
  readonly command: string;
}

/** Profiles take turns, and so do admin policies: none, AdminNetworkPolicy, none, ClusterNetworkPolicy. */
export function smallCluster(seed: string, serial: number): GeneratedCluster {
  const random = randomStream(seed, `cluster ${serial}`);
  const round = Math.floor(serial / PROFILES.length) % 4;
  const workloads = random.between(6, 30);
  const emitPods = random.chance(0.3);
  return makeCluster({
    ...DEFAULT_OPTIONS,
    seed: `${seed}-${serial}`,
    profile: profileOf(serial),
    namespaces: random.between(1, 4),
    workloads,
    policies: random.between(3, 2 * workloads),
    cidrs: random.between(3, 9),
    rulesPerPolicy: random.pick([1.6, 1.6, 3]),
    // A second pod of a StatefulSet could be called as another workload is.
    podsPerWorkload: emitPods ? 2 : 1,
    adminPolicies: round % 2 === 0 ? 0 : random.between(1, 6),
    adminApi: round === 1 ? 'anp' : 'cnp',
    emitPods,
  });
}

/** One of a size at which nobody looks at every cell. */
export function largeCluster(seed: string, serial: number): GeneratedCluster {
  const adminPolicies = serial % 2 === 0 ? 0 : 20;
  const profile = profileOf(serial);
  return makeCluster({
    ...DEFAULT_OPTIONS,
    seed,
    profile,
    namespaces: 60,
    workloads: 1000,
    policies: 500,
    adminPolicies,
  });
}

function profileOf(serial: number) {
  return PROFILES[serial % PROFILES.length] ?? DEFAULT_OPTIONS.profile;
}

function makeCluster(options: ClusterOptions): GeneratedCluster {
  // The generator writes what the API server takes; the oracle reads of it the fields that its types name.
  const objects = JSON.parse(JSON.stringify([...generate(options)])) as Manifest[];
  return { objects, command: `node bench/gen-cluster.mjs ${argumentsOf(options).join(' ')} --out -` };
}

function argumentsOf(options: ClusterOptions): readonly string[] {
  const defaults = new Map<string, unknown>(Object.entries(DEFAULT_OPTIONS));
  return Object.entries(options)
    .filter(([name, value]) => value !== defaults.get(name))
    .map(([name, value]) => {
      const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      return value === true ? option : `${option} ${value}`;
    });
}
