/**
 * Kernel: a tier all of whose rules do the same, such as NetworkPolicy's, which only allow. Then their order says
 * nothing: what a pair gets is the union of what any rule gives, and a row is computed from the rules of one end alone,
 * when it is asked for.
 */

import { BlockMap } from './block-map.ts';
import type { Clauses } from './clauses.ts';
import { type Effects, FRESH, type State, type Step } from './effects.ts';
import { Found } from './found.ts';
import type { Blocks } from './partition.ts';
import { TierEnds } from './tier-ends.ts';
import type { TierTable } from './tier-table.ts';
import { ZONES } from './zones.ts';

export class UniformTier implements TierTable {
  readonly broad = false;
  readonly subjects: Blocks;
  readonly peers: Blocks;
  readonly #effects: Effects;
  readonly #ends: TierEnds;
  readonly #zoneOfPeer: Uint8Array;
  /** By zone and block of subjects: the state towards peers that no list names, and what it amounts to. */
  readonly #base: readonly Int32Array[];
  readonly #baseEffects: (Int32Array | undefined)[] = [];
  /** Blocks of subjects with the shapes that rules about them list and the steps, by subject and by shape. */
  readonly #ofSubjects: Applications;
  readonly #ofShapes: Applications;
  /** Of each shape its blocks, and of each block of peers the shapes that list it. */
  readonly #blocksOf: BlockMap;
  readonly #shapesWith: BlockMap;
  readonly #foundPeers: Found;
  readonly #foundSubjects: Found;

  constructor(clauses: Clauses, effects: Effects) {
    const { side, shapeList, zoneOfPeer } = clauses;
    this.subjects = side.subjects;
    this.peers = side.peers;
    this.#zoneOfPeer = zoneOfPeer;
    this.#effects = effects;
    this.#ends = new TierEnds(clauses, effects);
    this.#base = this.#makeBase(clauses);
    const blocksOf = shapeList.map(({ blocks }) => blocks);
    this.#blocksOf = BlockMap.of(blocksOf);
    this.#shapesWith = BlockMap.inverse(blocksOf, this.peers.count);
    const all = allApplications(clauses);
    this.#ofSubjects = sortBy(all.subjects, this.subjects.count, all.shapes, all.steps);
    this.#ofShapes = sortBy(all.shapes, shapeList.length, all.subjects, all.steps);
    this.#foundPeers = new Found(this.peers.count);
    this.#foundSubjects = new Found(this.subjects.count);
  }

  #makeBase(clauses: Clauses): Int32Array[] {
    const base = Array.from({ length: ZONES }, () => new Int32Array(this.subjects.count).fill(FRESH));
    for (let clause = 0; clause < clauses.count; clause++) {
      const { zones } = clauses.peersOf(clause);
      if (zones === 0) continue;
      const subjects = clauses.subjectsOf(clause);
      const step = clauses.steps[clause] as Step;
      for (let zone = 0; zone < ZONES; zone++) {
        if ((zones & (1 << zone)) === 0) continue;
        const states = base[zone] as Int32Array;
        for (let i = 0; i < subjects.length; i++) {
          const subject = subjects[i] as number;
          states[subject] = this.#effects.apply(states[subject] as State, step);
        }
      }
    }
    return base;
  }

  bases(zone: number): Int32Array {
    const known = this.#baseEffects[zone];
    if (known) return known;
    const states = this.#base[zone] as Int32Array;
    const made = states.map((state, subject) => this.#ends.finish(state, subject));
    this.#baseEffects[zone] = made;
    return made;
  }

  ofSubject(subject: number): Found {
    const found = this.#foundPeers;
    found.clear();
    const { values, blocks } = found;
    const [zoneOf, effects] = [this.#zoneOfPeer, this.#effects];
    const base = Int32Array.from(this.#base, (states) => states[subject] as State);
    const { starts, others, steps } = this.#ofSubjects;
    const { starts: first, items } = this.#blocksOf;
    let count = 0;
    for (let at = starts[subject] as number; at < (starts[subject + 1] as number); at++) {
      const shape = others[at] as number;
      const step = steps[at] as Step;
      const end = first[shape + 1] as number;
      let [old, now] = [-1, -1];
      for (let i = first[shape] as number; i < end; i++) {
        const peer = items[i] as number;
        let state = values[peer] as State;
        if (state < 0) {
          blocks[count++] = peer;
          state = base[zoneOf[peer] as number] as State;
        }
        if (state !== old) {
          old = state;
          now = effects.apply(state, step);
        }
        values[peer] = now;
      }
    }
    found.count = count;
    for (let i = 0; i < count; i++) {
      const peer = blocks[i] as number;
      values[peer] = this.#ends.finish(values[peer] as State, subject);
    }
    return found;
  }

  ofPeer(peer: number): Found {
    const found = this.#foundSubjects;
    found.clear();
    const { values, blocks } = found;
    const effects = this.#effects;
    const base = this.#base[this.#zoneOfPeer[peer] as number] as Int32Array;
    const { starts, items } = this.#shapesWith;
    const { starts: first, others, steps } = this.#ofShapes;
    let count = 0;
    for (let at = starts[peer] as number; at < (starts[peer + 1] as number); at++) {
      const shape = items[at] as number;
      const end = first[shape + 1] as number;
      let [old, now, last] = [-1, -1, -1];
      for (let i = first[shape] as number; i < end; i++) {
        const subject = others[i] as number;
        const step = steps[i] as Step;
        let state = values[subject] as State;
        if (state < 0) {
          blocks[count++] = subject;
          state = base[subject] as State;
        }
        if (state !== old || step !== last) {
          [old, last] = [state, step];
          now = effects.apply(state, step);
        }
        values[subject] = now;
      }
    }
    found.count = count;
    for (let i = 0; i < count; i++) {
      const subject = blocks[i] as number;
      values[subject] = this.#ends.finish(values[subject] as State, subject);
    }
    return found;
  }
}

/** Steps that are done at one end, towards others at the other end; those of `key` from `starts[key]`. */
interface Applications {
  readonly starts: Int32Array;
  readonly others: Int32Array;
  readonly steps: Int32Array;
}

/** One for each clause and block of its subjects, where its shape lists blocks. */
function allApplications(clauses: Clauses) {
  let size = 0;
  for (let clause = 0; clause < clauses.count; clause++) {
    if (clauses.peersOf(clause).blocks.length > 0) size += clauses.subjectsOf(clause).length;
  }
  const all = { subjects: new Int32Array(size), shapes: new Int32Array(size), steps: new Int32Array(size) };
  let at = 0;
  for (let clause = 0; clause < clauses.count; clause++) {
    if (clauses.peersOf(clause).blocks.length === 0) continue;
    const subjects = clauses.subjectsOf(clause);
    for (let i = 0; i < subjects.length; i++) {
      all.subjects[at] = subjects[i] as number;
      all.shapes[at] = clauses.shapes[clause] as number;
      all.steps[at++] = clauses.steps[clause] as Step;
    }
  }
  return all;
}

function sortBy(keys: Int32Array, count: number, others: Int32Array, steps: Int32Array): Applications {
  const { starts, items } = BlockMap.keysOf(keys, count);
  return {
    starts,
    others: items.map((at) => others[at] as number),
    steps: items.map((at) => steps[at] as Step),
  };
}
