/** Namespaces: those of the applications, each of a team and an environment, and three of the system. */

import type { Labels, Manifest } from './manifest.ts';
import { NAMES, teamCount } from './names.ts';
import type { ClusterOptions } from './options.ts';
import type { Random } from './random.ts';

export interface Namespace {
  readonly name: string;
  readonly labels: Labels;
}

export interface AppNamespace extends Namespace {
  readonly team: string;
  readonly env: string;
}

const NAME_KEY = 'kubernetes.io/metadata.name';

export const SYSTEM_NAMESPACES: readonly Namespace[] = [
  { name: 'kube-system', labels: { [NAME_KEY]: 'kube-system' } },
  { name: 'monitoring', labels: { [NAME_KEY]: 'monitoring', purpose: 'monitoring' } },
  { name: 'ingress-nginx', labels: { [NAME_KEY]: 'ingress-nginx', purpose: 'ingress' } },
];

export function appNamespaces({ namespaces, profile }: ClusterOptions, random: Random): AppNamespace[] {
  const teams = teamCount(namespaces);
  const out: AppNamespace[] = [];
  for (let i = 0; i < namespaces; i++) {
    const team = `team-${random.below(teams)}`;
    const env = random.weighted([
      [5, 'prod'],
      [3, 'staging'],
      [2, 'dev'],
    ]);
    const name = `${team}-${NAMES[i % NAMES.length]}-${i}`;
    const labels: Record<string, string> = { [NAME_KEY]: name, team, env };
    if (random.chance(0.1)) labels['pci'] = 'true';
    if (random.chance(0.3)) labels['pod-security.kubernetes.io/enforce'] = random.pick(['baseline', 'restricted']);
    if (profile === 'adversarial-labels') {
      for (let k = 0; k < 4; k++) labels[`nk${random.below(16)}`] = `nv${random.below(8)}`;
    }
    out.push({ name, labels, team, env });
  }
  return out;
}

export function namespaceObject({ name, labels }: Namespace): Manifest {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}
