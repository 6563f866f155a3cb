/**
 * Policies that are not the same on both sides, direction by direction. What counts is whom a policy is about and its
 * rules; a policy that only has another name is the same.
 */

import { type BySide, isObject, type JsonObject, SIDES, valueAt } from '../../ingest/index.ts';
import type { Direction, Peer, Policy } from '../../policy/rule.ts';
import { canonicalJson } from '../../util/canonical-json.ts';
import { pushTo } from '../../util/ordering.ts';
import type { CauseSide } from './cause.ts';
import type { Objects } from './objects.ts';

/** One policy on both sides; absent where it is not in force. */
export interface PolicyVersions extends Partial<BySide<Policy>> {
  /** Whether, rules aside, it says the same on both sides. */
  readonly sameHead: boolean;
}

/** One rule of a policy in one direction, as its author counts. */
export interface VersionedRule {
  readonly index: number;
  /** Equal for rules that say the same. */
  readonly text: string;
  readonly peers: readonly Peer[];
  readonly pointer: string;
}

/** Every policy of either side that differs, with its other version. */
export function policyVersions(sides: BySide<CauseSide>, objects: Objects): ReadonlyMap<Policy, PolicyVersions> {
  const pairs = new Map<string, { before?: Policy; after?: Policy }>();
  for (const side of SIDES) {
    for (const policy of sides[side].policies) {
      const key = JSON.stringify([policy.kind, policy.namespace ?? null, policy.name]);
      pairs.set(key, { ...pairs.get(key), [side]: policy });
    }
  }
  const renamed = renamedPolicies([...pairs.values()], objects);
  const versions = new Map<Policy, PolicyVersions>();
  for (const { before, after } of pairs.values()) {
    const policies = [before, after].filter((p) => p !== undefined && !renamed.has(p));
    const [first, second] = policies.flatMap((p) => (p ? [p] : []));
    if (!first || (second && objects.isSame(first.origin.document, second.origin.document))) continue;
    const sameHead = second !== undefined && headOf(first) === headOf(second);
    const entry = { ...(before ? { before } : {}), ...(after ? { after } : {}), sameHead };
    versions.set(first, entry);
    if (second) versions.set(second, entry);
  }
  return versions;
}

/** Policies of one side for which the other has one of another name that says the same. */
function renamedPolicies(pairs: readonly Partial<BySide<Policy>>[], objects: Objects): ReadonlySet<Policy> {
  const removed = new Map<string, Policy[]>();
  const sameAs = (policy: Policy) =>
    JSON.stringify([policy.kind, policy.namespace ?? null, contentOf(policy, objects)]);
  for (const { before, after } of pairs) if (before && !after) pushTo(removed, sameAs(before), before);
  const renamed = new Set<Policy>();
  for (const { before, after } of pairs) {
    if (before || !after) continue;
    const old = removed.get(sameAs(after))?.pop();
    if (old) renamed.add(old).add(after);
  }
  return renamed;
}

function contentOf({ origin }: Policy, objects: Objects): string {
  return objects.contentOf(origin.document);
}

/** Without the rules, and without `policyTypes`, which says nothing but the directions it is about. */
function headOf({ origin }: Policy): string {
  const { metadata: _metadata, status: _status, spec, ...rest } = origin.document.value;
  const { ingress: _in, egress: _out, policyTypes: _types, ...head }: JsonObject = isObject(spec) ? spec : {};
  return canonicalJson({ ...rest, spec: head });
}

/** The rules of one direction in their order. */
export function rulesOf(policy: Policy | undefined, direction: Direction): VersionedRule[] {
  const byIndex = new Map<number, VersionedRule>();
  for (const { index, origin, peers, direction: own } of policy?.rules ?? []) {
    if (own !== direction) continue;
    const known = byIndex.get(index);
    if (known) byIndex.set(index, { ...known, peers: [...known.peers, ...peers] });
    else
      byIndex.set(index, {
        index,
        peers,
        text: canonicalJson(valueAt(origin.document.value, origin.pointer)),
        pointer: origin.pointer,
      });
  }
  return [...byIndex.values()];
}
