/**
 * What a tier that only adds does in general: the states of pairs that no list of a rule names, and how they end. A
 * source that is a subject does the same with all peers of a zone; a source that is a peer meets what rules about its
 * whole zone do at each class of subjects.
 */

import type { Clauses } from './clauses.ts';
import { type Effects, FRESH, PASSED, type State, type Step } from './effects.ts';
import { asNumbersBelow, type Numbers, narrowed } from './number-pool.ts';
import { Partition } from './partition.ts';
import type { TierEnds } from './tier-ends.ts';
import { ZONES } from './zones.ts';

export interface UniformBase {
  seek(source: number): void;
  /** Where the states of a source begin, and its effects in general: by what `keys` says of a destination class. */
  readonly states: Numbers;
  readonly effects: Int32Array;
  readonly keys: Numbers;
  /** Equal where the effects are, for sources of one zone. */
  readonly baseKey: number;
  readonly isSilent: boolean;
  /** By destination class, equal where no effects for a source of a zone tell two apart. */
  parts(zone: number): ArrayLike<number>;
  /** How the tier ends, by the same keys. */
  readonly kinds: Uint8Array;
}

/** By zone. */
interface InGeneral {
  readonly states: Numbers;
  readonly effects: Int32Array<ArrayBuffer>;
}

/** Sources are subjects, and destinations peers. */
export class EgressBase implements UniformBase {
  states: Numbers = new Uint16Array(ZONES);
  effects = new Int32Array(ZONES);
  readonly kinds = new Uint8Array(ZONES);
  readonly keys: Numbers;
  baseKey = 0;
  isSilent = false;
  readonly #base: readonly Numbers[];
  readonly #ends: TierEnds;
  /** Of each source its key, and by key what is done in each zone. */
  readonly #keyOf: Int32Array;
  readonly #known: (InGeneral | undefined)[] = [];

  constructor(clauses: Clauses, ends: TierEnds, effects: Effects) {
    this.#base = baseStates(clauses, effects);
    this.#ends = ends;
    const { count, zones } = clauses.destinations.space;
    this.keys = asNumbersBelow(count, zones);
    const partition = new Partition(clauses.sources.space.count);
    for (const states of new Set(this.#base)) partition.splitByKeys(states);
    partition.splitByKeys(this.#ends.kindOf);
    this.#keyOf = partition.blockOf;
  }

  seek(source: number): void {
    const kind = this.#ends.kindOf[source] as number;
    const key = this.#keyOf[source] as number;
    if (key === this.baseKey && this.#known[key]) return;
    this.baseKey = key;
    this.kinds.fill(kind);
    this.#known[key] ??= this.#inGeneral(source, kind);
    const { states, effects } = this.#known[key] as InGeneral;
    this.states = states;
    this.effects = effects;
    this.isSilent = effects.every((effect) => effect === PASSED);
  }

  #inGeneral(source: number, kind: number): InGeneral {
    const states = Int32Array.from(this.#base, (base) => base[source] as State);
    return { states: narrowed(states), effects: states.map((state) => this.#ends.finish(state, kind)) };
  }

  parts(): Numbers {
    return this.keys;
  }
}

/** Sources are peers, and destinations subjects. */
export class IngressBase implements UniformBase {
  states: Numbers;
  effects: Int32Array;
  readonly keys: Numbers;
  readonly baseKey = 0;
  isSilent = false;
  readonly #zoneOf: Uint8Array;
  readonly #base: readonly Numbers[];
  readonly #ends: TierEnds;
  /** By zone of sources. */
  readonly #known: (Int32Array | undefined)[] = [];
  readonly #silent: boolean[] = [];

  constructor(clauses: Clauses, ends: TierEnds, effects: Effects) {
    this.#zoneOf = clauses.sources.space.zones;
    this.#base = baseStates(clauses, effects);
    this.#ends = ends;
    const { count } = clauses.destinations.space;
    this.keys = asNumbersBelow(
      count,
      Array.from({ length: count }, (_, id) => id),
    );
    this.states = this.#base[0] as Numbers;
    this.effects = new Int32Array(0);
  }

  seek(source: number): void {
    const zone = this.#zoneOf[source] as number;
    this.states = this.#base[zone] as Numbers;
    this.effects = this.parts(zone);
    this.isSilent = this.#silent[zone] as boolean;
  }

  parts(zone: number): Int32Array {
    const known = this.#known[zone];
    if (known) return known;
    const states = this.#base[zone] as Numbers;
    const made = new Int32Array(states.length);
    for (let id = 0; id < made.length; id++)
      made[id] = this.#ends.finish(states[id] as State, this.kinds[id] as number);
    this.#known[zone] = made;
    this.#silent[zone] = made.every((effect) => effect === PASSED);
    return made;
  }

  get kinds(): Uint8Array {
    return this.#ends.kindOf;
  }
}

/** By zone of peers and block of subjects: the state towards peers that no list names. */
function baseStates(clauses: Clauses, effects: Effects): Numbers[] {
  const { subjects, peers, subjectOf, peerOf, steps } = clauses;
  // Of zones without nodes nobody asks, and they share one.
  const fresh = new Int32Array(subjects.space.count).fill(FRESH);
  const occurring = new Set(peers.space.zones);
  const base = Array.from({ length: ZONES }, (_, zone) => (occurring.has(zone) ? fresh.slice() : fresh));
  for (let clause = 0; clause < steps.length; clause++) {
    const zones = peers.zones[peerOf[clause] as number] as number;
    if (zones === 0) continue;
    const shape = subjectOf[clause] as number;
    const start = subjects.starts[shape] as number;
    const end = start + (subjects.sizes[shape] as number);
    for (let zone = 0; zone < ZONES; zone++) {
      if ((zones & (1 << zone)) === 0 || !occurring.has(zone)) continue;
      const states = base[zone] as Int32Array;
      for (let at = start; at < end; at++) {
        const subject = subjects.items[at] as number;
        states[subject] = effects.apply(states[subject] as State, steps[clause] as Step);
      }
    }
  }
  const kept = new Map(Array.from(new Set(base), (states) => [states, narrowed(states)]));
  return base.map((states) => kept.get(states) as Numbers);
}
