/** The clusters that are measured. Their names stand in the tables and in `--only`. */

import type { InputOptions } from './harness/inputs.ts';

export interface Case {
  readonly name: string;
  readonly options: InputOptions;
  /** Left out by `--quick`. */
  readonly slow?: true;
}

type Profile = NonNullable<InputOptions['profile']>;

/** Workloads, policies, namespaces. */
const SIZES = { '1k': [1000, 500, 60], '3k': [3000, 3000, 200], '10k': [10_000, 10_000, 1000] } as const;

const small = (workloads: number, policies: number, namespaces: number): InputOptions => ({
  workloads,
  policies,
  namespaces,
});

/** 150,000 pods: the limit of Kubernetes. */
const LARGEST: InputOptions = { ...small(10_000, 10_000, 1000), podsPerWorkload: 15, cidrs: 300 };

function adversarial(profile: Profile): Case[] {
  return Object.entries(SIZES).map(([size, [workloads, policies, namespaces]]) => ({
    name: `${profile}-${size}`,
    options: { ...small(workloads, policies, namespaces), profile, cidrs: workloads },
    ...(size === '10k' ? { slow: true as const } : {}),
  }));
}

function oneNamespace(profile: Profile, workloads: number, policies: number): Case {
  const name = `one-namespace-${profile.replace('adversarial-', '')}-${workloads / 1000}k`;
  return { name, options: { ...small(workloads, policies, 1), profile } };
}

export const CASES: readonly Case[] = [
  { name: 'm100', options: small(100, 50, 10) },
  { name: 'm300', options: small(300, 150, 30) },
  { name: 'm1k', options: small(1000, 500, 60) },
  { name: 'm3k', options: small(3000, 3000, 200) },
  { name: 'm10k', options: LARGEST, slow: true },
  { name: 'm10kA', options: { ...LARGEST, adminPolicies: 50 }, slow: true },
  { name: 'p10k', options: { ...LARGEST, emitPods: true }, slow: true },
  ...adversarial('adversarial-labels'),
  ...adversarial('adversarial-ports'),
  ...adversarial('adversarial-cidrs'),
  oneNamespace('adversarial-labels', 1000, 1000),
  oneNamespace('adversarial-labels', 3000, 3000),
  oneNamespace('microservices', 3000, 3000),
  oneNamespace('adversarial-ports', 2000, 5000),
];

/** One pod for each workload, so that the evaluators of the tests have pods to ask about. */
export function podCase(name: string): Case {
  const found = CASES.find((c) => c.name === name);
  if (!found) throw new Error(`no such case: ${name}`);
  return { name: `${name}-pods`, options: { ...found.options, podsPerWorkload: 1, emitPods: true } };
}
