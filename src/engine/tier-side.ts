/**
 * One tier in one direction: its rules with the nodes they mean, in the order in which they are asked. Rules are
 * columns: a large cluster has tens of thousands, and most are looked at once.
 */

import type { Direction, Peer, Policy, Rule } from '../policy/rule.ts';
import type { Group, Tier, TierEnd } from '../policy/stack.ts';
import type { Memberships } from './membership.ts';
import type { Node } from './node.ts';
import type { Membership } from './node-set.ts';
import { type Blocks, Partition } from './partition.ts';
import type { PortSignatures } from './port-names.ts';

export interface OwnBlocks {
  readonly subjects: Blocks;
  readonly peers: Blocks;
}

/** What tiers are made of nodes with. */
export interface Basis {
  readonly nodes: readonly Node[];
  /** The zone of each node. */
  readonly zones: Uint8Array;
  readonly memberships: Memberships;
  readonly signatures: PortSignatures;
}

export class TierSide {
  readonly tier: Tier;
  readonly direction: Direction;
  /** By position: a rule, its policy, the position of its group in the tier, and its subjects. */
  readonly rules: readonly Rule[];
  readonly policies: readonly Policy[];
  readonly groups: readonly number[];
  readonly subjectOf: readonly Membership[];
  /** The peers of the rule at a position lie in `peerOf` from `peerStarts[position]` up to the next. */
  readonly peerStarts: readonly number[];
  readonly peerOf: readonly Membership[];
  /** How it ends, and beside each end its subjects. */
  readonly ends: readonly TierEnd[];
  readonly endsOf: readonly Membership[];
  /** Whether its rules may contradict each other, so that their order decides. */
  readonly isOrdered: boolean;
  /** Whether some rule asks for a port by name. */
  readonly isNaming: boolean;
  #own: OwnBlocks | undefined;

  constructor(tier: Tier, direction: Direction, columns: Columns) {
    this.tier = tier;
    this.direction = direction;
    this.rules = columns.rules;
    this.policies = columns.policies;
    this.groups = columns.groups;
    this.subjectOf = columns.subjectOf;
    this.peerStarts = columns.peerStarts;
    this.peerOf = columns.peerOf;
    this.ends = columns.ends;
    this.endsOf = columns.endsOf;
    const action = this.rules[0]?.action;
    this.isOrdered = this.rules.some((rule) => rule.action !== action);
    this.isNaming = this.rules.some(({ ports }) => ports.names.length > 0);
  }

  /** Whether it has nothing to say. */
  get isIdle(): boolean {
    return this.rules.length === 0 && this.ends.length === 0;
  }

  peersOf(position: number): readonly Membership[] {
    return this.peerOf.slice(this.peerStarts[position], this.peerStarts[position + 1]);
  }

  /** The blocks that its own rules tell apart, and at destinations what port names mean there; made once. */
  ownBlocks({ zones, signatures }: Basis): OwnBlocks {
    if (this.#own) return this.#own;
    const [subjects, peers] = [new Partition(zones.length), new Partition(zones.length)];
    subjects.splitByKeys(zones);
    peers.splitByKeys(zones);
    this.splitSubjects(subjects);
    this.splitPeers(peers);
    if (this.isNaming) (this.direction === 'egress' ? peers : subjects).splitByKeys(signatures.of);
    this.#own = { subjects: subjects.blocks, peers: peers.blocks };
    return this.#own;
  }

  /** Tells nodes apart by which rules and ends are about them. */
  splitSubjects(partition: Partition): void {
    for (let at = 0; at < this.subjectOf.length; at++) splitBy(partition, this.subjectOf[at] as Membership);
    for (let at = 0; at < this.endsOf.length; at++) splitBy(partition, this.endsOf[at] as Membership);
  }

  /** Tells nodes apart by which rules mean them as peers. */
  splitPeers(partition: Partition): void {
    for (let at = 0; at < this.peerOf.length; at++) splitBy(partition, this.peerOf[at] as Membership);
  }
}

export function splitBy(partition: Partition, { sure, maybe }: Membership): void {
  partition.splitBySet(sure);
  if (maybe) partition.splitBySet(maybe);
}

/** Both directions of a tier. Every selector of it becomes a set here, on account of its policy. */
export function tierSides(tier: Tier, memberships: Memberships): Readonly<Record<Direction, TierSide>> {
  const columns = { ingress: emptyColumns(), egress: emptyColumns() };
  for (let group = 0; group < tier.groups.length; group++) {
    for (const policy of tier.groups[group] as Group) {
      memberships.charge(policy);
      for (const rule of policy.rules) addRule(columns[rule.direction], { rule, policy, group }, memberships);
    }
  }
  for (let at = 0; at < tier.ends.length; at++) {
    const end = tier.ends[at] as TierEnd;
    memberships.charge(end.policy);
    columns[end.direction].ends.push(end);
    columns[end.direction].endsOf.push(memberships.ofSelector(end.subject));
  }
  memberships.charge(undefined);
  return {
    ingress: new TierSide(tier, 'ingress', columns.ingress),
    egress: new TierSide(tier, 'egress', columns.egress),
  };
}

function emptyColumns() {
  return {
    rules: [] as Rule[],
    policies: [] as Policy[],
    groups: [] as number[],
    subjectOf: [] as Membership[],
    peerStarts: [0],
    peerOf: [] as Membership[],
    ends: [] as TierEnd[],
    endsOf: [] as Membership[],
  };
}

type Columns = ReturnType<typeof emptyColumns>;

interface Placed {
  readonly rule: Rule;
  readonly policy: Policy;
  readonly group: number;
}

function addRule(columns: Columns, { rule, policy, group }: Placed, memberships: Memberships): void {
  columns.rules.push(rule);
  columns.policies.push(policy);
  columns.groups.push(group);
  columns.subjectOf.push(memberships.ofSelector(rule.subject));
  const { peers } = rule;
  for (let i = 0; i < peers.length; i++) columns.peerOf.push(memberships.ofPeer(peers[i] as Peer));
  columns.peerStarts.push(columns.peerOf.length);
}
