/**
 * Kernel: a tier all of whose rules do the same, such as NetworkPolicy's, which only allow. Then their order says
 * nothing: what a pair gets is the union of what any rule gives, and a row is computed from the rules of one end alone,
 * when it is asked for.
 */

import { BlockMap } from './block-map.ts';
import type { Clause, Clauses } from './clauses.ts';
import { type Effects, FRESH, type State, type Step } from './effects.ts';
import { Found } from './found.ts';
import type { Blocks } from './partition.ts';
import type { Shape } from './shapes.ts';
import { TierEnds } from './tier-ends.ts';
import type { TierTable } from './tier-table.ts';
import { ZONES } from './zones.ts';

export class UniformTier implements TierTable {
  readonly broad = false;
  readonly subjects: Blocks;
  readonly peers: Blocks;
  readonly #clauses: Clauses;
  readonly #effects: Effects;
  readonly #ends: TierEnds;
  /** By zone and block of subjects: the state towards peers that no list names, and what it amounts to. */
  readonly #base: readonly Int32Array[];
  readonly #baseEffects: (Int32Array | undefined)[] = [];
  /** Of each clause its shape of peers, by number, and its step; a step by name is asked for at each destination. */
  readonly #shapeOf: Int32Array;
  readonly #stepOf: Int32Array;
  readonly #subjectsOf: BlockMap;
  readonly #clausesOf: BlockMap;
  /** Of each shape its blocks and its clauses, and of each block of peers the shapes that list it. */
  readonly #blocksOf: BlockMap;
  readonly #clausesWith: BlockMap;
  readonly #shapesWith: BlockMap;
  readonly #foundPeers: Found;
  readonly #foundSubjects: Found;

  constructor(clauses: Clauses, effects: Effects) {
    const { side, list } = clauses;
    this.subjects = side.subjects;
    this.peers = side.peers;
    this.#clauses = clauses;
    this.#effects = effects;
    this.#ends = new TierEnds(clauses, effects);
    this.#base = this.#makeBase();
    const shapes = new Map<Shape, number>();
    for (const { peers } of list) if (!shapes.has(peers)) shapes.set(peers, shapes.size);
    this.#shapeOf = Int32Array.from(list, ({ peers }) => shapes.get(peers) as number);
    this.#stepOf = Int32Array.from(list, ({ step }) => (step.kind === 'fixed' ? step.step : BY_NAME));
    const subjectsOf = list.map((clause) => (clause.peers.blocks.length > 0 ? clause.subjects : []));
    this.#subjectsOf = BlockMap.of(subjectsOf);
    this.#clausesOf = BlockMap.inverse(subjectsOf, this.subjects.count);
    const blocksOf = [...shapes.keys()].map(({ blocks }) => blocks);
    this.#blocksOf = BlockMap.of(blocksOf);
    this.#shapesWith = BlockMap.inverse(blocksOf, this.peers.count);
    this.#clausesWith = BlockMap.keysOf(this.#shapeOf, shapes.size);
    this.#foundPeers = new Found(this.peers.count);
    this.#foundSubjects = new Found(this.subjects.count);
  }

  #makeBase(): Int32Array[] {
    const base = Array.from({ length: ZONES }, () => new Int32Array(this.subjects.count).fill(FRESH));
    const isIngress = this.#clauses.side.direction === 'ingress';
    for (const clause of this.#clauses.list) {
      for (let zone = 0; zone < ZONES; zone++) {
        if ((clause.peers.zones & (1 << zone)) === 0) continue;
        const states = base[zone] as Int32Array;
        for (const subject of clause.subjects) {
          // A clause by name of the direction egress names no zones: destinations differ within them.
          const step = this.#clauses.stepAt(clause, isIngress ? subject : 0);
          if (step !== undefined) states[subject] = this.#effects.apply(states[subject] as State, step);
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
    const base = Int32Array.from(this.#base, (states) => states[subject] as State);
    const keys = this.#clauses.zoneOfPeer;
    const { starts, items } = this.#clausesOf;
    for (let at = starts[subject] as number; at < (starts[subject + 1] as number); at++) {
      const clause = items[at] as number;
      const shape = this.#shapeOf[clause] as number;
      this.#apply(clause, subject, { found, base, keys, blocks: this.#blocksOf, key: shape });
    }
    this.#finish(found, subject);
    return found;
  }

  ofPeer(peer: number): Found {
    const found = this.#foundSubjects;
    found.clear();
    const base = this.#base[this.#clauses.zoneOfPeer[peer] as number] as Int32Array;
    const { starts, items } = this.#shapesWith;
    const { starts: first, items: clauses } = this.#clausesWith;
    for (let at = starts[peer] as number; at < (starts[peer + 1] as number); at++) {
      const shape = items[at] as number;
      for (let i = first[shape] as number; i < (first[shape + 1] as number); i++) {
        const clause = clauses[i] as number;
        this.#apply(clause, peer, { found, base, keys: undefined, blocks: this.#subjectsOf, key: clause });
      }
    }
    this.#finish(found, undefined);
    return found;
  }

  /** Does the step of a clause between a block and all blocks of a list at the other end. */
  #apply(clause: number, block: number, { found, base, keys, blocks, key }: Fold): void {
    const isNamed = this.#stepOf[clause] === BY_NAME;
    // Names are resolved by the destination: the one block, or each of the list.
    const each = isNamed && (this.#clauses.side.direction === 'egress') === (keys !== undefined);
    let step = isNamed ? this.#byName(clause, block) : (this.#stepOf[clause] as Step);
    if (step === undefined && !each) return;
    const { starts, items } = blocks;
    const { values } = found;
    const end = starts[key + 1] as number;
    let [old, now] = [-1, -1];
    for (let at = starts[key] as number; at < end; at++) {
      const other = items[at] as number;
      if (each) {
        step = this.#byName(clause, other);
        old = -1;
      }
      if (step === undefined) continue;
      let state = values[other] as State;
      if (state < 0) {
        found.blocks[found.count++] = other;
        state = base[keys === undefined ? other : (keys[other] as number)] as State;
      }
      if (state !== old) {
        old = state;
        now = this.#effects.apply(state, step);
      }
      values[other] = now;
    }
  }

  /** What a clause that names ports does at a destination; undefined where the names mean nothing there. */
  #byName(clause: number, destination: number): Step | undefined {
    return this.#clauses.stepAt(this.#clauses.list[clause] as Clause, destination);
  }

  /** From states to effects, each at the end of the tier for its subject. */
  #finish({ values, blocks, count }: Found, subject: number | undefined): void {
    for (let i = 0; i < count; i++) {
      const block = blocks[i] as number;
      values[block] = this.#ends.finish(values[block] as State, subject ?? block);
    }
  }
}

/** In the place of a step that each destination has for itself. */
const BY_NAME = -1;

/** One end of a row: what has been found, where a state begins, and the blocks at the other end. */
interface Fold {
  readonly found: Found;
  readonly base: Int32Array;
  /** Where in `base` a block of the other end finds its state; undefined: at its own number. */
  readonly keys: Uint8Array | undefined;
  readonly blocks: BlockMap;
  readonly key: number;
}
