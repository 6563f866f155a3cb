/**
 * One tier in one direction: its rules with the nodes they mean, and the nodes told apart by them. Subjects are told
 * apart by which rules are about them, peers by which rules mean them, and destinations also by what the port names of
 * these rules mean there.
 */

import type { Direction, Policy, Rule } from '../policy/rule.ts';
import type { Group, Tier, TierEnd } from '../policy/stack.ts';
import type { Memberships } from './membership.ts';
import type { Node } from './node.ts';
import type { Membership } from './node-set.ts';
import { type Blocks, Partition } from './partition.ts';
import type { PortSignatures } from './port-names.ts';
import { zoneOf } from './zones.ts';

export interface TierRule {
  readonly rule: Rule;
  readonly policy: Policy;
  /** The position of its group in the tier. */
  readonly group: number;
  readonly subject: Membership;
  readonly peers: readonly Membership[];
}

export interface TierEndOf {
  readonly end: TierEnd;
  readonly subject: Membership;
}

/** What tiers are made of nodes with. */
export interface Basis {
  readonly nodes: readonly Node[];
  readonly memberships: Memberships;
  readonly signatures: PortSignatures;
}

export class TierSide {
  readonly tier: Tier;
  readonly direction: Direction;
  /** In the order in which they are asked. */
  readonly rules: readonly TierRule[];
  readonly ends: readonly TierEndOf[];
  readonly subjects: Blocks;
  readonly peers: Blocks;

  constructor(tier: Tier, direction: Direction, { nodes, memberships, signatures }: Basis) {
    this.tier = tier;
    this.direction = direction;
    this.rules = rulesOf(tier, direction, memberships);
    this.ends = tier.ends
      .filter((end) => end.direction === direction)
      .map((end) => ({ end, subject: memberships.ofSelector(end.subject) }));
    const subjects = [...this.rules, ...this.ends].map(({ subject }) => subject);
    const peers = this.rules.flatMap((rule) => rule.peers);
    const named = this.rules.some(({ rule }) => rule.ports.names.length > 0) ? signatures : undefined;
    this.subjects = refine(nodes, subjects, direction === 'ingress' ? named : undefined);
    this.peers = refine(nodes, peers, direction === 'egress' ? named : undefined);
  }

  /** Whether its rules may contradict each other, so that their order decides. */
  get isOrdered(): boolean {
    const action = this.rules[0]?.rule.action;
    return this.rules.some(({ rule }) => rule.action !== action);
  }

  /** Whether it has nothing to say. */
  get isIdle(): boolean {
    return this.rules.length === 0 && this.ends.length === 0;
  }
}

function rulesOf({ groups }: Tier, direction: Direction, memberships: Memberships): TierRule[] {
  const rules: TierRule[] = [];
  for (let group = 0; group < groups.length; group++) {
    for (const policy of groups[group] as Group) {
      for (const rule of policy.rules) {
        if (rule.direction !== direction) continue;
        const subject = memberships.ofSelector(rule.subject);
        rules.push({ rule, policy, group, subject, peers: rule.peers.map((peer) => memberships.ofPeer(peer)) });
      }
    }
  }
  return rules;
}

/** By zone, by every set once, and by what port names mean. */
function refine(nodes: readonly Node[], sets: readonly Membership[], signatures: PortSignatures | undefined): Blocks {
  const partition = new Partition(nodes.length);
  partition.splitByKey((i) => zoneOf(nodes[i] as Node));
  partition.splitByAll(sets);
  if (signatures) partition.splitByKey((i) => signatures.of[i] as number);
  return partition.blocks;
}
