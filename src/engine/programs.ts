/**
 * Programs of single subjects: the rules of a side that are about a node, in the order in which they are asked. One
 * question needs one program of either end, and no table.
 */

import type { Node } from './node.ts';
import { type Membership, membershipOf } from './node-set.ts';
import type { Blocks } from './partition.ts';
import type { AppliedEnd, AppliedPolicy, AppliedRule, AppliedTier, SideProgram } from './program.ts';
import type { Side } from './side.ts';
import { SubjectIndex } from './subject-index.ts';
import type { TierSide } from './tier-side.ts';
import { UNPLACED, zoneOf } from './zones.ts';

export class Programs {
  readonly #side: Side;
  readonly #nodes: readonly Node[];
  /** Nodes that the same rules are about. */
  readonly #subjects: Blocks;
  readonly #known = new Map<number, SideProgram>();
  readonly #indices = new Map<TierSide, { readonly rules: SubjectIndex; readonly ends: SubjectIndex }>();

  constructor(side: Side, nodes: readonly Node[], subjects: Blocks) {
    this.#side = side;
    this.#nodes = nodes;
    this.#subjects = subjects;
  }

  /** The program of a node: nothing, for one that no policy can be about. */
  of(node: number): SideProgram {
    const { direction, layers } = this.#side;
    const known = this.#nodes[node];
    if (known === undefined || zoneOf(known) === UNPLACED) return { direction, layers: [] };
    const block = this.#subjects.of[node] as number;
    const made = this.#known.get(block);
    if (made) return made;
    const program = { direction, layers: layers.map((tiers) => tiers.flatMap((tier) => this.#tierOf(tier, node))) };
    this.#known.set(block, program);
    return program;
  }

  #tierOf(tier: TierSide, node: number): AppliedTier[] {
    const index = this.#indices.get(tier) ?? {
      rules: new SubjectIndex(tier.subjectOf),
      ends: new SubjectIndex(tier.endsOf),
    };
    this.#indices.set(tier, index);
    const groups = groupsOf(tier, node, index.rules.about(node));
    const ends = endsOf(tier, node, index.ends.about(node));
    return groups.length > 0 || ends.length > 0 ? [{ tier: tier.tier, groups, ends }] : [];
  }
}

/** The rules about a node, group by group and policy by policy. */
function groupsOf(tier: TierSide, node: number, positions: readonly number[]): AppliedPolicy[][] {
  const groups: { group: number; policies: { rules: AppliedRule[] }[] }[] = [];
  for (const position of positions) {
    const [rule, policy, group] = [tier.rules[position], tier.policies[position], tier.groups[position]];
    if (!rule || !policy || group === undefined) continue;
    const sure = membershipOf(tier.subjectOf[position] as Membership, node) === 'yes';
    if (groups.at(-1)?.group !== group) groups.push({ group, policies: [] });
    const policies = groups.at(-1)?.policies ?? [];
    if (policies.at(-1)?.rules[0]?.policy !== policy) policies.push({ rules: [] });
    policies.at(-1)?.rules.push({ rule, policy, peers: tier.peersOf(position), sure });
  }
  return groups.map(({ policies }) => policies);
}

/** One per action and certainty, doubtful ones first. */
function endsOf(tier: TierSide, node: number, positions: readonly number[]): AppliedEnd[] {
  const ends: (AppliedEnd & { policies: AppliedEnd['policies'][number][] })[] = [];
  for (const position of positions) {
    const end = tier.ends[position];
    if (!end) continue;
    const sure = membershipOf(tier.endsOf[position] as Membership, node) === 'yes';
    const same = ends.find((e) => e.action === end.action && e.sure === sure);
    if (same) same.policies.push(end.policy);
    else ends.push({ action: end.action, sure, policies: [end.policy] });
  }
  return ends.sort((a, b) => Number(a.sure) - Number(b.sure));
}
