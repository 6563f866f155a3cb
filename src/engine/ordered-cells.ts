/**
 * A tier whose rules may contradict each other, so that their order decides, worked out once for blocks of subjects and
 * peers that its own rules tell apart: such tiers are the cluster's own (AdminNetworkPolicy and the like), short, and
 * tell few blocks apart.
 */

import { LIMITS } from '../ingest/limits.ts';
import type { Policy } from '../policy/rule.ts';
import { BlockMap } from './block-map.ts';
import type { Clauses } from './clauses.ts';
import { type Effect, type Effects, FRESH, type State, type Step } from './effects.ts';
import { Found } from './found.ts';
import type { Numbers } from './number-pool.ts';
import { refuse } from './refusal.ts';
import { TierEnds } from './tier-ends.ts';
import { ruleWork } from './work.ts';
import { ZONES } from './zones.ts';

/** What is worked out is kept, and nothing of what it is worked out with. */
export function orderedCells(clauses: Clauses, effects: Effects): OrderedCells {
  const { base, subjects, peers, found } = new Work(clauses, effects);
  return { base, subjects, peers, effects: found };
}

export interface OrderedCells {
  /** By zone of peers and block of subjects: what is done where nothing is found. */
  readonly base: readonly Int32Array[];
  /** Pairs for which something is found, and what. */
  readonly subjects: readonly number[];
  readonly peers: readonly number[];
  readonly effects: readonly Effect[];
}

class Work {
  readonly base: readonly Int32Array[];
  readonly subjects: number[] = [];
  readonly peers: number[] = [];
  readonly found: Effect[] = [];
  readonly #clauses: Clauses;
  readonly #algebra: Effects;
  readonly #ends: TierEnds;
  readonly #contested: ReadonlySet<number>;
  readonly #found: Found;
  readonly #zoneOfPeer: Uint8Array;

  constructor(clauses: Clauses, effects: Effects) {
    const { subjects, peers, subjectOf } = clauses;
    const { count } = subjects.space;
    this.#clauses = clauses;
    this.#algebra = effects;
    this.#ends = new TierEnds(clauses, effects);
    this.#contested = contestedGroups(clauses);
    this.#found = new Found(peers.space.count);
    this.#zoneOfPeer = peers.space.zones;
    this.base = Array.from({ length: ZONES }, () => new Int32Array(count));
    const starts = subjectOf.map((shape) => subjects.starts[shape] as number);
    const sizes = subjectOf.map((shape) => subjects.sizes[shape] as number);
    const about = BlockMap.inverse({ starts, sizes, items: subjects.items }, count);
    for (let subject = 0; subject < count; subject++) this.#work(subject, about.of(subject));
  }

  /** Asks the rules about one block of subjects in their order, for all peers at once. */
  #work(subject: number, clauses: Numbers): void {
    const { rules, side } = this.#clauses;
    this.#found.clear();
    const zones = new Int32Array(ZONES).fill(FRESH);
    let group = -1;
    let policy: Policy | undefined;
    for (const clause of clauses) {
      const position = rules[clause] as number;
      const [ofRule, ofPolicy] = [side.groups[position] as number, side.policies[position] as Policy];
      if (ofRule !== group || ofPolicy !== policy) {
        if (this.#contested.has(group)) this.#all(zones, this.#algebra.policyEnds);
        if (ofRule !== group) {
          if (this.#contested.has(group)) this.#all(zones, this.#algebra.groupEnds);
          if (this.#contested.has(ofRule)) this.#all(zones, this.#algebra.groupBegins);
        }
        [group, policy] = [ofRule, ofPolicy];
      }
      this.#apply(clause, zones);
    }
    if (this.#contested.has(group)) {
      this.#all(zones, this.#algebra.policyEnds);
      this.#all(zones, this.#algebra.groupEnds);
    }
    this.#finish(subject, zones);
  }

  #apply(clause: number, zones: Int32Array): void {
    const { peers, peerOf, steps } = this.#clauses;
    const found = this.#found;
    const step = steps[clause] as Step;
    const shape = peerOf[clause] as number;
    const whole = peers.zones[shape] as number;
    if (whole !== 0) {
      for (let i = 0; i < found.count; i++) {
        const peer = found.blocks[i] as number;
        if ((whole & (1 << (this.#zoneOfPeer[peer] as number))) !== 0) this.#step(peer, step);
      }
      for (let zone = 0; zone < ZONES; zone++) {
        if ((whole & (1 << zone)) !== 0) zones[zone] = this.#algebra.apply(zones[zone] as State, step);
      }
    }
    const start = peers.starts[shape] as number;
    for (let at = start; at < start + (peers.sizes[shape] as number); at++) {
      const peer = peers.items[at] as number;
      if (found.isFound[peer] === 0) found.set(peer, zones[this.#zoneOfPeer[peer] as number] as State);
      this.#step(peer, step);
    }
  }

  #step(peer: number, step: Step): void {
    const { values } = this.#found;
    values[peer] = this.#algebra.apply(values[peer] as State, step);
  }

  /** Does something to every peer, whatever rules mean it. */
  #all(zones: Int32Array, step: Step): void {
    const { blocks, count } = this.#found;
    for (let i = 0; i < count; i++) this.#step(blocks[i] as number, step);
    for (let zone = 0; zone < ZONES; zone++) zones[zone] = this.#algebra.apply(zones[zone] as State, step);
  }

  #finish(subject: number, zones: Int32Array): void {
    const { values, blocks, count } = this.#found;
    const kind = this.#ends.kindOf[subject] as number;
    const effects = zones.map((state) => this.#ends.finish(state, kind));
    for (let zone = 0; zone < ZONES; zone++) (this.base[zone] as Int32Array)[subject] = effects[zone] as Effect;
    for (let i = 0; i < count; i++) {
      const peer = blocks[i] as number;
      const effect = this.#ends.finish(values[peer] as State, kind);
      if (effect === effects[this.#zoneOfPeer[peer] as number]) continue;
      this.subjects.push(subject);
      this.peers.push(peer);
      this.found.push(effect);
    }
    this.#checkBudget();
  }

  #checkBudget(): void {
    const value = this.found.length;
    if (value <= LIMITS.tierCells.value) return;
    const detail = `the policies of the tier ${this.#clauses.side.tier.name} tell too many workloads apart; ask single questions with /v1/evaluate`;
    refuse({ limit: 'tierCells', value, costs: ruleWork([this.#clauses]), detail });
  }
}

/** Groups with several policies that do different things: those may disagree. */
function contestedGroups({ side: { rules, groups, policies } }: Clauses): Set<number> {
  const contested = new Set<number>();
  for (const [group, positions] of Map.groupBy(groups.keys(), (position) => groups[position] as number)) {
    const ofGroup = new Set(positions.map((position) => policies[position]));
    const actions = new Set(positions.map((position) => rules[position]?.action));
    if (ofGroup.size > 1 && actions.size > 1) contested.add(group);
  }
  return contested;
}
