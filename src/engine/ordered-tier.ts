/**
 * A tier whose rules may contradict each other, so that their order decides. It is worked out once, subject by
 * subject: such tiers are the cluster's own (AdminNetworkPolicy and the like), short, and tell few blocks apart.
 */

import { LIMITS } from '../ingest/limits.ts';
import type { BlockList } from './block-lists.ts';
import { BlockMap } from './block-map.ts';
import type { Clauses } from './clauses.ts';
import { type Effect, type Effects, FRESH, type State, type Step } from './effects.ts';
import { Found } from './found.ts';
import type { Blocks } from './partition.ts';
import { refuse } from './refusal.ts';
import { TierEnds } from './tier-ends.ts';
import type { TierTable } from './tier-table.ts';
import { ruleWork } from './work.ts';
import { ZONES } from './zones.ts';

/** One pair for which something is found. */
interface Entry {
  readonly subject: number;
  readonly peer: number;
  readonly effect: Effect;
}

export class OrderedTier implements TierTable {
  readonly broad = true;
  readonly subjects: Blocks;
  readonly peers: Blocks;
  readonly #clauses: Clauses;
  readonly #effects: Effects;
  readonly #ends: TierEnds;
  readonly #contested: ReadonlySet<number>;
  readonly #base: readonly Int32Array[];
  readonly #entries: Entry[] = [];
  readonly #ofSubject: BlockMap;
  readonly #ofPeer: BlockMap;
  /** The last that were asked about: neighbours share theirs. */
  #subject = -1;
  #peer = -1;
  readonly #foundPeers: Found;
  readonly #foundSubjects: Found;

  constructor(clauses: Clauses, effects: Effects) {
    const { side } = clauses;
    this.subjects = side.subjects;
    this.peers = side.peers;
    this.#clauses = clauses;
    this.#effects = effects;
    this.#ends = new TierEnds(clauses, effects);
    this.#contested = contestedGroups(clauses);
    this.#base = Array.from({ length: ZONES }, () => new Int32Array(this.subjects.count));
    this.#foundPeers = new Found(this.peers.count);
    this.#foundSubjects = new Found(this.subjects.count);
    const subjectsOf = clauses.subjects.map((list) => clauses.subjectLists[list] as BlockList);
    const about = BlockMap.inverse(subjectsOf, this.subjects.count);
    for (let subject = 0; subject < this.subjects.count; subject++) this.#work(subject, about.of(subject));
    this.#ofSubject = BlockMap.keysOf(
      Int32Array.from(this.#entries, ({ subject }) => subject),
      this.subjects.count,
    );
    this.#ofPeer = BlockMap.keysOf(
      Int32Array.from(this.#entries, ({ peer }) => peer),
      this.peers.count,
    );
  }

  bases(zone: number): Int32Array {
    return this.#base[zone] as Int32Array;
  }

  ofSubject(subject: number): Found {
    const found = this.#foundPeers;
    if (this.#subject === subject) return found;
    this.#subject = subject;
    found.clear();
    for (const entry of this.#ofSubject.of(subject)) {
      const { peer, effect } = this.#entries[entry] as Entry;
      found.set(peer, effect);
    }
    return found;
  }

  ofPeer(peer: number): Found {
    const found = this.#foundSubjects;
    if (this.#peer === peer) return found;
    this.#peer = peer;
    found.clear();
    for (const entry of this.#ofPeer.of(peer)) {
      const { subject, effect } = this.#entries[entry] as Entry;
      found.set(subject, effect);
    }
    return found;
  }

  /** Asks the rules about one block of subjects in their order, for all peers at once. */
  #work(subject: number, clauses: Int32Array): void {
    const { rules, side } = this.#clauses;
    const found = this.#foundPeers;
    found.clear();
    const zones = new Int32Array(ZONES).fill(FRESH);
    let group = -1;
    let policy: unknown;
    for (const clause of clauses) {
      const rule = side.rules[rules[clause] as number];
      if (!rule) continue;
      if (rule.group !== group || rule.policy !== policy) {
        if (this.#contested.has(group)) this.#all(zones, this.#effects.policyEnds);
        if (rule.group !== group) {
          if (this.#contested.has(group)) this.#all(zones, this.#effects.groupEnds);
          if (this.#contested.has(rule.group)) this.#all(zones, this.#effects.groupBegins);
        }
        [group, policy] = [rule.group, rule.policy];
      }
      this.#apply(clause, zones);
    }
    if (this.#contested.has(group)) {
      this.#all(zones, this.#effects.policyEnds);
      this.#all(zones, this.#effects.groupEnds);
    }
    this.#finish(subject, zones);
  }

  #apply(clause: number, zones: Int32Array): void {
    const { zoneOfPeer } = this.#clauses;
    const found = this.#foundPeers;
    const step = this.#clauses.steps[clause] as Step;
    const { zones: whole, blocks } = this.#clauses.peersOf(clause);
    if (whole !== 0) {
      for (let i = 0; i < found.count; i++) {
        const peer = found.blocks[i] as number;
        if ((whole & (1 << (zoneOfPeer[peer] as number))) !== 0) this.#step(peer, step);
      }
      for (let zone = 0; zone < ZONES; zone++) {
        if ((whole & (1 << zone)) !== 0) zones[zone] = this.#effects.apply(zones[zone] as State, step);
      }
    }
    for (let i = 0; i < blocks.length; i++) {
      const peer = blocks[i] as number;
      if ((found.values[peer] as State) < 0) found.set(peer, zones[zoneOfPeer[peer] as number] as State);
      this.#step(peer, step);
    }
  }

  #step(peer: number, step: Step): void {
    const { values } = this.#foundPeers;
    values[peer] = this.#effects.apply(values[peer] as State, step);
  }

  /** Does something to every peer, whatever rules mean it. */
  #all(zones: Int32Array, step: Step): void {
    const { blocks, count } = this.#foundPeers;
    for (let i = 0; i < count; i++) this.#step(blocks[i] as number, step);
    for (let zone = 0; zone < ZONES; zone++) zones[zone] = this.#effects.apply(zones[zone] as State, step);
  }

  #finish(subject: number, zones: Int32Array): void {
    const { values, blocks, count } = this.#foundPeers;
    const effects = zones.map((state) => this.#ends.finish(state, subject));
    for (let zone = 0; zone < ZONES; zone++) (this.#base[zone] as Int32Array)[subject] = effects[zone] as Effect;
    for (let i = 0; i < count; i++) {
      const peer = blocks[i] as number;
      const effect = this.#ends.finish(values[peer] as State, subject);
      if (effect === effects[this.#clauses.zoneOfPeer[peer] as number]) continue;
      this.#entries.push({ subject, peer, effect });
    }
    this.#checkBudget();
  }

  #checkBudget(): void {
    const value = this.#entries.length;
    if (value <= LIMITS.tierCells.value) return;
    const detail = `the policies of the tier ${this.#clauses.side.tier.name} tell too many workloads apart; ask single questions with /v1/evaluate`;
    refuse({ limit: 'tierCells', value, costs: ruleWork([this.#clauses]), detail });
  }
}

/** Groups with several policies that do different things: those may disagree. */
function contestedGroups({ side: { rules } }: Clauses): Set<number> {
  const contested = new Set<number>();
  for (const [group, own] of Map.groupBy(rules, (rule) => rule.group)) {
    const policies = new Set(own.map(({ policy }) => policy));
    const actions = new Set(own.map(({ rule }) => rule.action));
    if (policies.size > 1 && actions.size > 1) contested.add(group);
  }
  return contested;
}
