/**
 * Whether policies have an effect at all: a question of the network plugin, not of the API
 * (https://kubernetes.io/docs/concepts/services-networking/network-policies/#prerequisites). What is assumed is said in
 * a finding, with the object that tells. Tested in `test/analysis/enforcement.test.ts`.
 */

import type { Finding } from '../ingest/finding.ts';
import type { Cluster } from '../kubernetes/cluster.ts';
import { deviations } from '../kubernetes/cni/deviations.ts';
import type { CniEvidence, CniPlugin } from '../kubernetes/cni/evidence.ts';
import type { Policies } from '../policy/dialects/registry.ts';
import type { Policy } from '../policy/rule.ts';
import type { PolicyStack } from '../policy/stack.ts';
import { policyFacts } from './policy-facts.ts';

/** `auto` asks the bundle; `none` leaves every policy out, those of meshes and other networks too. */
export type EnforcementOption = 'auto' | 'enforced' | 'none';

export interface Enforcement {
  /** What is in effect. */
  readonly stack: PolicyStack;
  readonly findings: readonly Finding[];
}

interface Given {
  readonly option: EnforcementOption;
  /** Asked only where there is a policy. */
  readonly evidence: () => CniEvidence;
  readonly policies: Policies;
  readonly cluster: Cluster;
}

export function enforcementOf({ option, evidence, policies, cluster }: Given): Enforcement {
  const { stack } = policies;
  if (option === 'none') return { stack: { layers: [] }, findings: nothingApplied(policies.policies.length) };
  const own = cniPolicies(policies);
  if (own.length === 0) return { stack, findings: [] };
  const { plugins, enforces } = evidence();
  if (option === 'auto' && enforces === 'no') {
    const layers = stack.layers.filter((layer) => layer.name !== 'cni');
    return { stack: { layers }, findings: plugins.map((plugin) => noEffect(plugin, own.length)) };
  }
  const assumed = option === 'auto' ? assumption(plugins) : [];
  return { stack, findings: [...assumed, ...deviations(plugins, () => policyFacts(own, cluster))] };
}

/** The user's policies that are the network plugin's to enforce. */
function cniPolicies({ stack, policies }: Policies): Policy[] {
  const elsewhere = stack.layers.filter((layer) => layer.name !== 'cni');
  const others = new Set(elsewhere.flatMap((layer) => layer.tiers.flatMap((tier) => tier.groups.flat())));
  return policies.filter((policy) => !others.has(policy));
}

function noEffect({ name, what, origin }: CniPlugin, count: number): Finding {
  const advice = 'add kube-network-policies, Canal or another plugin that does, or ask with enforcement=enforced';
  const message = `${name} (${what}) does not enforce policies, and nothing in the bundle does: ${policies(count)} no effect; ${advice}`;
  return { rule: 'NET021', severity: 'warning', message, place: origin };
}

function nothingApplied(count: number): Finding[] {
  if (count === 0) return [];
  return [
    { rule: 'CNI010', severity: 'info', message: `enforcement=none: ${policies(count)} no effect on this answer` },
  ];
}

/** Where no plugin is shown there is nothing to tell it by, and the API's word stands without comment. */
function assumption(plugins: readonly CniPlugin[]): Finding[] {
  const telling = plugins.find((p) => p.enforces === 'yes') ?? plugins.find((p) => p.enforces === 'unknown');
  if (!telling) return [];
  const { name, what, origin, enforces } = telling;
  const why = enforces === 'yes' ? `${name}, which enforces them` : `${name}, and not whether it enforces them`;
  const message = `policies are taken as enforced: ${what} shows ${why}`;
  return [{ rule: 'CNI010', severity: 'info', message, place: origin }];
}

function policies(count: number): string {
  return count === 1 ? 'one policy has' : `${count} policies have`;
}
