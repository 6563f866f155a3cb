/**
 * One side of every connection over one way: what the policies about a subject let it exchange with a peer, for whole
 * rows. Layers must all agree, and the tiers of a layer follow each other; each tier tells nodes apart for itself, and
 * only the answer is over what all of them tell apart.
 */

import type { Direction } from '../policy/rule.ts';
import type { PolicyStack } from '../policy/stack.ts';
import { type Bits, emptyBits, hasBit, setBit } from './bits.ts';
import type { BlockMap } from './block-map.ts';
import { Clauses } from './clauses.ts';
import { type Effect, type Effects, PASSED } from './effects.ts';
import { Found } from './found.ts';
import { type JointBlocks, joinBlocks } from './joint-blocks.ts';
import { OrderedTier } from './ordered-tier.ts';
import type { PortSets } from './port-sets.ts';
import { type Basis, TierSide } from './tier-side.ts';
import type { TierTable } from './tier-table.ts';
import { UniformTier } from './uniform-tier.ts';
import { OPEN, type VerdictId, type Verdicts } from './verdicts.ts';
import { ZONES } from './zones.ts';

/** What all sides of a reach share. */
export interface Shared extends Basis {
  readonly ports: PortSets;
  readonly verdicts: Verdicts;
  readonly effects: Effects;
}

/** What one block of subjects may exchange with everyone. It holds until the next such row is asked for. */
export interface SubjectRow {
  /** By block of peers. */
  readonly found: Found;
  /** By zone: what holds for peers for which nothing is found. */
  readonly bases: Int32Array;
}

/** What one block of peers may exchange with everyone. It holds until the next such row is asked for. */
export interface PeerRow {
  /** By block of subjects. */
  readonly found: Found;
  /** By block of subjects: what holds where nothing is found. */
  readonly base: Int32Array;
}

export class Side {
  readonly direction: Direction;
  /** Layer by layer; tiers that say nothing in this direction are left out. */
  readonly layers: readonly (readonly TierSide[])[];
  readonly subjects: JointBlocks;
  readonly peers: JointBlocks;
  readonly #shared: Shared;
  #tables: readonly TierTable[] | undefined;
  readonly #foundPeers: Found;
  readonly #foundSubjects: Found;
  /** By zone of the peer, over blocks of subjects. */
  readonly #bases: (Int32Array | undefined)[] = [];
  #clauses: readonly Clauses[] | undefined;
  #ended: Bits | undefined;

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
    this.#foundPeers = new Found(this.peers.count);
    this.#foundSubjects = new Found(this.subjects.count);
  }

  /** The rules of each tier on blocks. */
  get clauses(): readonly Clauses[] {
    this.#clauses ??= this.layers.flat().map((tier) => new Clauses(tier, this.#shared.nodes, this.#shared));
    return this.#clauses;
  }

  get #tiers(): readonly TierTable[] {
    this.#tables ??= this.clauses.map((clauses) => {
      const actions = new Set(clauses.side.rules.map(({ rule }) => rule.action));
      return actions.size > 1
        ? new OrderedTier(clauses, this.#shared.effects)
        : new UniformTier(clauses, this.#shared.effects);
    });
    return this.#tables;
  }

  /** Whether some tier ends for a node: policies shut what they do not open, surely or possibly. */
  isEnded(node: number): boolean {
    this.#ended ??= endedNodes(this.layers.flat(), this.#shared.nodes.length);
    return hasBit(this.#ended, node);
  }

  /** What a block of subjects may exchange, by block of peers. */
  ofSubject(subject: number): SubjectRow {
    const own = this.subjects.partOf.map((part) => part[subject] as number);
    const bases = this.#tiers.map((tier, i) =>
      Int32Array.from({ length: ZONES }, (_, zone) => tier.bases(zone)[own[i] as number] as Effect),
    );
    const found = this.#tiers.map((tier, i) => tier.ofSubject(own[i] as number));
    const verdicts = Int32Array.from({ length: ZONES }, (_, zone) => this.#verdict(bases, zone));
    const keys = this.peers.partOf.map(() => this.peers.zones);
    return { found: this.#join(found, this.peers, { bases, keys, out: this.#foundPeers }), bases: verdicts };
  }

  /** What a block of peers may exchange, by block of subjects. */
  ofPeer(peer: number): PeerRow {
    const zone = this.peers.zones[peer] as number;
    const bases = this.#tiers.map((tier) => tier.bases(zone));
    const found = this.#tiers.map((tier, i) => tier.ofPeer((this.peers.partOf[i] as Int32Array)[peer] as number));
    const keys = this.subjects.partOf;
    return {
      found: this.#join(found, this.subjects, { bases, keys, out: this.#foundSubjects }),
      base: this.baseOf(zone),
    };
  }

  /** What each block of subjects lets in general be exchanged with a zone. */
  baseOf(zone: number): Int32Array {
    const known = this.#bases[zone];
    if (known) return known;
    const { count, partOf } = this.subjects;
    const bases = this.#tiers.map((tier) => tier.bases(zone));
    const made = Int32Array.from({ length: count }, (_, subject) =>
      this.#verdict(
        bases.map((base, i) => base.subarray((partOf[i] as Int32Array)[subject])),
        0,
      ),
    );
    this.#bases[zone] = made;
    return made;
  }

  /** Joins what the tiers found, each over its own blocks, over the joint blocks. */
  #join(parts: readonly Found[], joint: JointBlocks, { bases, keys, out }: Joining): Found {
    const [only] = parts;
    if (only && parts.length === 1) return this.#judge(only);
    out.clear();
    for (const [tier, { blocks, count }] of parts.entries()) {
      const { starts, items } = joint.within[tier] as BlockMap;
      for (let i = 0; i < count; i++) {
        const own = blocks[i] as number;
        for (let at = starts[own] as number; at < (starts[own + 1] as number); at++) out.set(items[at] as number, 0);
      }
    }
    const { effects, verdicts } = this.#shared;
    for (let i = 0; i < out.count; i++) {
      const block = out.blocks[i] as number;
      let verdict = OPEN;
      let tier = 0;
      for (const { length } of this.layers) {
        let effect = PASSED;
        for (const end = tier + length; tier < end; tier++) {
          const value = (parts[tier] as Found).values[(joint.partOf[tier] as Int32Array)[block] as number] as number;
          const base = (bases[tier] as Int32Array)[(keys[tier] as Int32Array | Uint8Array)[block] as number] as number;
          effect = effects.compose(effect, value < 0 ? base : value);
        }
        verdict = verdicts.meet(verdict, effects.verdict(effect));
      }
      out.values[block] = verdict;
    }
    return out;
  }

  /** Turns the effects of the only tier there is into verdicts, where they lie. */
  #judge(found: Found): Found {
    const { values, blocks, count } = found;
    for (let i = 0; i < count; i++) {
      const block = blocks[i] as number;
      values[block] = this.#shared.effects.verdict(values[block] as Effect);
    }
    return found;
  }

  /** Tiers of a layer in sequence, layers all agreeing; `effects` has those of each tier. */
  #verdict(effectsOf: readonly Int32Array[], at: number): VerdictId {
    const { effects, verdicts } = this.#shared;
    let verdict = OPEN;
    let tier = 0;
    for (const { length } of this.layers) {
      let effect = PASSED;
      for (const end = tier + length; tier < end; tier++) {
        effect = effects.compose(effect, (effectsOf[tier] as Int32Array)[at] as Effect);
      }
      verdict = verdicts.meet(verdict, effects.verdict(effect));
    }
    return verdict;
  }
}

/** How the general effects of the tiers are looked up for a joint block, and where to write. */
interface Joining {
  readonly bases: readonly Int32Array[];
  readonly keys: readonly (Int32Array | Uint8Array)[];
  readonly out: Found;
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
