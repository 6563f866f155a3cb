/**
 * One side of every connection over one way: what the policies about a subject let it exchange with a peer, for whole
 * rows. Layers must all agree, and the tiers of a layer follow each other; each tier tells nodes apart for itself, and
 * only the answer is over what all of them tell apart.
 */

import { LIMITS } from '../ingest/limits.ts';
import type { Direction, Policy } from '../policy/rule.ts';
import type { PolicyStack } from '../policy/stack.ts';
import { type Bits, emptyBits, hasBit, setBit } from './bits.ts';
import { Clauses } from './clauses.ts';
import { type JointBlocks, joinBlocks } from './joint-blocks.ts';
import { OrderedTier } from './ordered-tier.ts';
import { type Shared, type SideRow, SideRows } from './side-rows.ts';
import { TierSide } from './tier-side.ts';
import type { TierTable } from './tier-table.ts';
import { UniformTier } from './uniform-tier.ts';
import { ruleWork } from './work.ts';
import { ZONES } from './zones.ts';

export class Side {
  readonly direction: Direction;
  /** Layer by layer; tiers that say nothing in this direction are left out. */
  readonly layers: readonly (readonly TierSide[])[];
  readonly subjects: JointBlocks;
  readonly peers: JointBlocks;
  readonly #shared: Shared;
  #work: ReadonlyMap<Policy, number> | undefined;
  #ended: Bits | undefined;
  #ofSubjects: SideRows | undefined;
  #ofPeers: SideRows | undefined;
  #tables: readonly TierTable[] | undefined;

  constructor(stack: PolicyStack, direction: Direction, shared: Shared) {
    const { nodes } = shared;
    this.direction = direction;
    this.#shared = shared;
    this.layers = stack.layers
      .map(({ tiers }) => tiers.map((tier) => new TierSide(tier, direction, shared)))
      .map((tiers) => tiers.filter((tier) => !tier.isIdle));
    const tiers = this.layers.flat();
    this.subjects = joinBlocks(
      nodes,
      tiers.map((tier) => tier.subjects),
    );
    this.peers = joinBlocks(
      nodes,
      tiers.map((tier) => tier.peers),
    );
  }

  /** What each policy adds to the work of a whole matrix. Where that may be done, it is prepared at once. */
  get work(): ReadonlyMap<Policy, number> {
    this.#work ??= this.#prepare();
    return this.#work;
  }

  /** Of the clauses nothing is kept: there are more of them than of anything else. */
  #prepare(): ReadonlyMap<Policy, number> {
    const clauses = this.#makeClauses();
    const work = ruleWork(clauses);
    const total = [...work.values()].reduce((sum, cost) => sum + cost, 0);
    if (total <= LIMITS.ruleWork.value) this.#tables = this.#makeTables(clauses);
    return work;
  }

  /** The rules of each tier on blocks. */
  #makeClauses(): Clauses[] {
    return this.layers.flat().map((tier) => new Clauses(tier, this.#shared.nodes, this.#shared));
  }

  #makeTables(all: readonly Clauses[]): TierTable[] {
    const { effects } = this.#shared;
    return all.map((clauses) =>
      clauses.side.isOrdered ? new OrderedTier(clauses, effects) : new UniformTier(clauses, effects),
    );
  }

  get #tiers(): readonly TierTable[] {
    this.#work ??= this.#prepare();
    this.#tables ??= this.#makeTables(this.#makeClauses());
    return this.#tables;
  }

  /** Whether some tier ends for a node: policies shut what they do not open, surely or possibly. */
  isEnded(node: number): boolean {
    this.#ended ??= endedNodes(this.layers.flat(), this.#shared.nodes.length);
    return hasBit(this.#ended, node);
  }

  /** What a block of subjects may exchange, by block of peers. It holds until the next is asked for. */
  ofSubject(subject: number): SideRow {
    const own = this.subjects.partOf.map((part) => part[subject] as number);
    this.#ofSubjects ??= new SideRows(this.peers, this.layers, this.#shared);
    return this.#ofSubjects.row(
      this.#tiers.map((table, tier) => ({
        table,
        own: own[tier] as number,
        found: table.ofSubject(own[tier] as number),
        bases: Int32Array.from({ length: ZONES }, (_, zone) => table.bases(zone)[own[tier] as number] as number),
        keys: this.peers.zones,
      })),
    );
  }

  /** What a block of peers may exchange, by block of subjects. It holds until the next is asked for. */
  ofPeer(peer: number): SideRow {
    const own = this.peers.partOf.map((part) => part[peer] as number);
    const zone = this.peers.zones[peer] as number;
    this.#ofPeers ??= new SideRows(this.subjects, this.layers, this.#shared);
    return this.#ofPeers.row(
      this.#tiers.map((table, tier) => ({
        table,
        own: own[tier] as number,
        found: table.ofPeer(own[tier] as number),
        bases: table.bases(zone),
        keys: this.subjects.partOf[tier] as Int32Array,
        zone,
      })),
    );
  }
}

function endedNodes(tiers: readonly TierSide[], nodes: number): Bits {
  const ended = emptyBits(nodes);
  const scratch = new Int32Array(nodes);
  for (const { subject } of tiers.flatMap((tier) => tier.ends)) {
    for (const set of subject.maybe ? [subject.sure, subject.maybe] : [subject.sure]) {
      const count = set.read(scratch);
      for (let i = 0; i < count; i++) setBit(ended, scratch[i] as number);
    }
  }
  return ended;
}
