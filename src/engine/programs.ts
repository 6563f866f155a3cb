/**
 * Programs of single subjects: the rules of a side that are about a node, in the order in which they are asked. One
 * question needs one program of either end, and no table.
 */

import type { Node } from './node.ts';
import { type Membership, membershipOf } from './node-set.ts';
import type { AppliedEnd, AppliedPolicy, AppliedRule, AppliedTier, SideProgram } from './program.ts';
import type { Side } from './side.ts';
import type { TierSide } from './tier-side.ts';
import { UNPLACED, zoneOf } from './zones.ts';

export class Programs {
  readonly #side: Side;
  readonly #nodes: readonly Node[];
  readonly #known = new Map<number, SideProgram>();
  readonly #bySubject = new Map<TierSide, Map<Membership, number[]>>();

  constructor(side: Side, nodes: readonly Node[]) {
    this.#side = side;
    this.#nodes = nodes;
  }

  /** The program of a node: nothing, for one that no policy can be about. */
  of(node: number): SideProgram {
    const { direction, layers, subjects } = this.#side;
    const known = this.#nodes[node];
    if (known === undefined || zoneOf(known) === UNPLACED) return { direction, layers: [] };
    const block = subjects.of[node] as number;
    const made = this.#known.get(block);
    if (made) return made;
    const program = { direction, layers: layers.map((tiers) => tiers.flatMap((tier) => this.#tierOf(tier, node))) };
    this.#known.set(block, program);
    return program;
  }

  #tierOf(tier: TierSide, node: number): AppliedTier[] {
    const groups = this.#groupsOf(tier, node);
    const ends = endsOf(tier, node);
    return groups.length > 0 || ends.length > 0 ? [{ tier: tier.tier, groups, ends }] : [];
  }

  /** The rules about a node, group by group and policy by policy. */
  #groupsOf(tier: TierSide, node: number): AppliedPolicy[][] {
    const about: { position: number; sure: boolean }[] = [];
    for (const [subject, positions] of this.#rulesBySubject(tier)) {
      const match = membershipOf(subject, node);
      if (match !== 'no') about.push(...positions.map((position) => ({ position, sure: match === 'yes' })));
    }
    about.sort((a, b) => a.position - b.position);
    const groups: { group: number; policies: { rules: AppliedRule[] }[] }[] = [];
    for (const { position, sure } of about) {
      const known = tier.rules[position];
      if (!known) continue;
      const { group, ...rule } = known;
      if (groups.at(-1)?.group !== group) groups.push({ group, policies: [] });
      const policies = groups.at(-1)?.policies ?? [];
      if (policies.at(-1)?.rules[0]?.policy !== rule.policy) policies.push({ rules: [] });
      policies.at(-1)?.rules.push({ ...rule, sure });
    }
    return groups.map(({ policies }) => policies);
  }

  #rulesBySubject(tier: TierSide): Map<Membership, number[]> {
    const known = this.#bySubject.get(tier);
    if (known) return known;
    const made = Map.groupBy(tier.rules.keys(), (position) => tier.rules[position]?.subject as Membership);
    this.#bySubject.set(tier, made);
    return made;
  }
}

/** One per action and certainty, doubtful ones first. */
function endsOf(tier: TierSide, node: number): AppliedEnd[] {
  const ends: (AppliedEnd & { policies: AppliedEnd['policies'][number][] })[] = [];
  for (const { end, subject } of tier.ends) {
    const match = membershipOf(subject, node);
    if (match === 'no') continue;
    const sure = match === 'yes';
    const same = ends.find((e) => e.action === end.action && e.sure === sure);
    if (same) same.policies.push(end.policy);
    else ends.push({ action: end.action, sure, policies: [end.policy] });
  }
  return ends.sort((a, b) => Number(a.sure) - Number(b.sure));
}
