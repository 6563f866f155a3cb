/** Subjects and peers of NetworkPolicies. */

import { type LabelSelector, type Requirement, written } from './manifest.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';
import type { Home, Workload } from './workloads.ts';

/** A selector or a peer, and the workload that it was made for. */
export interface Drawn<T> {
  readonly drawn: T;
  readonly workload?: Workload | undefined;
}

export function drawSubject({ options }: Plan, home: Home, random: Random): Drawn<LabelSelector> {
  if (options.profile === 'adversarial-labels' && random.chance(0.7)) return { drawn: randomPodSelector(random) };
  const workload = someWorkload(home, random);
  const app = workload?.name ?? 'none';
  const tier = { key: 'tier', operator: 'NotIn', values: ['db', 'cache'] } as const;
  const drawn = random.weighted<LabelSelector>([
    [80, { matchLabels: { app } }],
    [10, { matchLabels: { tier: workload?.tier ?? 'backend' } }],
    [5, { matchLabels: { app, version: workload?.labels['version'] ?? 'v1' } }],
    [5, { matchExpressions: [tier, { key: 'app', operator: 'Exists' }] }],
  ]);
  return { drawn, workload };
}

/** `world`: the weight of ipBlocks among the usual peers. */
export function drawPeer(plan: Plan, home: Home, { random, world }: { random: Random; world: number }): Drawn<object> {
  const { options, pool, tally } = plan;
  tally.peers++;
  if (options.profile === 'adversarial-cidrs' && random.chance(0.85)) return { drawn: { ipBlock: random.pick(pool) } };
  if (options.profile === 'adversarial-labels' && random.chance(0.8)) return { drawn: adversarialPeer(random) };
  const draw = random.weighted<() => Drawn<object>>([
    [50, () => neighbour(home, random)],
    [8, () => ({ drawn: { podSelector: {} } })],
    [8, () => ({ drawn: { podSelector: { matchExpressions: [tierRequirement(random)] } } })],
    [12, () => elsewhere(random.pick(plan.homes), random)],
    [6, () => ({ drawn: { namespaceSelector: { matchLabels: { team: home.team } } } })],
    [4, () => ({ drawn: tierIn({ matchLabels: { env: home.env } }, random.pick(['frontend', 'backend'])) })],
    [2, () => ({ drawn: tierIn({}, random.pick(['frontend', 'worker'])) })],
    [world, () => ({ drawn: { ipBlock: random.pick(pool) } })],
    [1, () => ({ drawn: { namespaceSelector: {} } })],
  ]);
  return draw();
}

function someWorkload({ workloads }: Home, random: Random): Workload | undefined {
  return workloads.length > 0 ? random.pick(workloads) : undefined;
}

function neighbour(home: Home, random: Random): Drawn<object> {
  const workload = someWorkload(home, random);
  return { drawn: { podSelector: appSelector(workload) }, workload };
}

function elsewhere(home: Home, random: Random): Drawn<object> {
  const workload = someWorkload(home, random);
  const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': home.name } };
  return { drawn: { namespaceSelector, podSelector: appSelector(workload) }, workload };
}

function appSelector(workload: Workload | undefined): LabelSelector {
  return workload ? { matchLabels: { app: workload.name } } : {};
}

function tierRequirement(random: Random): Requirement {
  const operator = random.pick(['In', 'NotIn'] as const);
  return { key: 'tier', operator, values: random.chance(0.5) ? ['frontend', 'backend'] : ['db', 'cache'] };
}

function tierIn(namespaceSelector: LabelSelector, tier: string): object {
  return { namespaceSelector, podSelector: { matchLabels: { tier } } };
}

function adversarialPeer(random: Random): object {
  const podSelector = randomPodSelector(random);
  const everywhere = () => (random.chance(0.5) ? {} : randomSelector(random, ['nk', 16], ['nv', 8]));
  return written({ podSelector, namespaceSelector: random.chance(0.7) ? everywhere() : undefined });
}

function randomPodSelector(random: Random): LabelSelector {
  return randomSelector(random, ['k', 24], ['v', 16]);
}

type Alphabet = readonly [prefix: string, size: number];

function randomSelector(random: Random, keys: Alphabet, values: Alphabet): LabelSelector {
  const word = ([prefix, size]: Alphabet) => `${prefix}${random.below(size)}`;
  const count = random.between(1, 3);
  const matchExpressions = Array.from({ length: count }, (): Requirement => {
    const key = word(keys);
    const operator = random.weighted<Requirement['operator']>([
      [5, 'In'],
      [3, 'NotIn'],
      [1, 'Exists'],
      [1, 'DoesNotExist'],
    ]);
    if (operator === 'Exists' || operator === 'DoesNotExist') return { key, operator };
    const length = random.between(1, 6);
    return { key, operator, values: [...new Set(Array.from({ length }, () => word(values)))] };
  });
  return { matchExpressions };
}
