/**
 * Kernel: rows of one side, over the blocks that all of its tiers tell apart together. Tiers with an order tell few
 * nodes apart and have something to say to nearly everyone, so that what they and the general rules say is a base that
 * many rows share; what single rules find for single blocks is laid over it.
 */

import { BlockMap } from './block-map.ts';
import { type Effect, type Effects, PASSED } from './effects.ts';
import { Found } from './found.ts';
import type { JointBlocks } from './joint-blocks.ts';
import type { PortSets } from './port-sets.ts';
import type { Basis, TierSide } from './tier-side.ts';
import type { TierTable } from './tier-table.ts';
import { Tuples } from './tuples.ts';
import { CLOSED, OPEN, type VerdictId, type Verdicts } from './verdicts.ts';
import { ZONES } from './zones.ts';

/** What all sides of a reach share. */
export interface Shared extends Basis {
  readonly ports: PortSets;
  readonly verdicts: Verdicts;
  readonly effects: Effects;
}

/** Verdicts of one end with everyone at the other. It holds until the next of its kind is asked for. */
export interface SideRow {
  /** By block; it goes before the base. */
  readonly found: Found;
  readonly base: Base;
}

/** What holds where nothing is found. */
export interface Base {
  /** Equal for equal bases. */
  readonly id: number;
  readonly coarse: Coarse;
  /** The verdict of each part. */
  readonly verdicts: Int32Array;
  readonly isClosed: boolean;
}

/** A partition of the joint blocks that no base tells apart. */
export interface Coarse {
  readonly of: Int32Array;
  readonly blocks: BlockMap;
}

/** The verdict of a row for a block. */
export function verdictAt({ found, base }: SideRow, block: number): VerdictId {
  const verdict = found.values[block] as number;
  return verdict >= 0 ? verdict : (base.verdicts[base.coarse.of[block] as number] as VerdictId);
}

/** What one tier says of the one end. */
export interface TierRow {
  readonly table: TierTable;
  /** Its block of that end. */
  readonly own: number;
  /** By its block of the other end. */
  readonly found: Found;
  /** What it does where nothing is found, and where a joint block finds that. */
  readonly bases: Int32Array;
  readonly keys: Int32Array | Uint8Array;
  /** The zone of the end, where `bases` depends on it. */
  readonly zone?: number;
}

/** In the place of a zone where the end asked from has none of its own. */
const ANY_ZONE = ZONES;

/** Bases that are kept: neighbours in a namespace share theirs. */
const KEPT = 1024;

export class SideRows {
  readonly #joint: JointBlocks;
  readonly #layers: readonly (readonly TierSide[])[];
  readonly #shared: Shared;
  readonly #found: Found;
  readonly #ids = new Tuples();
  readonly #bases = new Map<number, Base>();
  /** Whether what a tier does in general is nothing. */
  readonly #silent = new WeakMap<Int32Array, boolean>();
  /** By zone. */
  readonly #coarse: (Coarse | undefined)[] = [];

  constructor(joint: JointBlocks, layers: readonly (readonly TierSide[])[], shared: Shared) {
    this.#joint = joint;
    this.#layers = layers;
    this.#shared = shared;
    this.#found = new Found(joint.count);
  }

  row(tiers: readonly TierRow[]): SideRow {
    this.#found.clear();
    const isAlone = tiers.length === 1 || tiers.filter((tier) => this.#saysSomething(tier)).length === 1;
    for (let tier = 0; tier < tiers.length; tier++) {
      const { table, found } = tiers[tier] as TierRow;
      if (table.broad || found.count === 0) continue;
      const within = this.#joint.within[tier] as BlockMap;
      if (isAlone) this.#layAlone(found, within);
      else this.#lay(tiers, found, within);
    }
    return { found: this.#found, base: this.#baseOf(tiers) };
  }

  /** Whether a tier does anything but hand on, to anyone. */
  #saysSomething({ found, bases }: TierRow): boolean {
    if (found.count > 0) return true;
    const known = this.#silent.get(bases);
    if (known !== undefined) return !known;
    const isSilent = bases.every((effect) => effect === PASSED);
    this.#silent.set(bases, isSilent);
    return !isSilent;
  }

  /** Lays what the one tier has found that says anything over the base. */
  #layAlone({ blocks, values, count }: Found, { starts, items }: BlockMap): void {
    const { blocks: laid, values: verdicts } = this.#found;
    const { effects } = this.#shared;
    let total = 0;
    let [effect, verdict] = [-1, -1];
    for (let at = 0; at < count; at++) {
      const block = blocks[at] as number;
      if (values[block] !== effect) {
        effect = values[block] as Effect;
        verdict = effects.verdict(effect);
      }
      const end = starts[block + 1] as number;
      for (let j = starts[block] as number; j < end; j++) {
        laid[total++] = items[j] as number;
        verdicts[items[j] as number] = verdict;
      }
    }
    this.#found.count = total;
  }

  /** Lays what a tier has found over the base, with what the other tiers say there. */
  #lay(tiers: readonly TierRow[], { blocks, count }: Found, { starts, items }: BlockMap): void {
    const found = this.#found;
    for (let at = 0; at < count; at++) {
      const block = blocks[at] as number;
      const end = starts[block + 1] as number;
      for (let j = starts[block] as number; j < end; j++) {
        const joint = items[j] as number;
        if ((found.values[joint] as number) < 0) found.set(joint, this.#verdict(tiers, joint, true));
      }
    }
  }

  #baseOf(tiers: readonly TierRow[]): Base {
    const id = this.#ids.of(tiers.flatMap((tier) => baseKey(tier)));
    const known = this.#bases.get(id);
    if (known) return known;
    const coarse = this.#coarseOf(tiers);
    const parts = coarse.blocks.starts.length - 1;
    const verdicts = new Int32Array(parts);
    for (let part = 0; part < parts; part++) {
      verdicts[part] = this.#verdict(tiers, coarse.blocks.items[coarse.blocks.starts[part] as number] as number, false);
    }
    const made = { id, coarse, verdicts, isClosed: verdicts.every((verdict) => verdict === CLOSED) };
    if (this.#bases.size >= KEPT) this.#bases.clear();
    this.#bases.set(id, made);
    return made;
  }

  #coarseOf(tiers: readonly TierRow[]): Coarse {
    const zone = tiers[0]?.zone ?? ANY_ZONE;
    const known = this.#coarse[zone];
    if (known) return known;
    const ids = new Tuples();
    const of = Int32Array.from({ length: this.#joint.count }, (_, block) => {
      const told = tiers.map(({ table, bases, keys }, tier) => {
        const broad = table.broad ? ((this.#joint.partOf[tier] as Int32Array)[block] as number) : 0;
        const key = keys[block] as number;
        return [broad, zone === ANY_ZONE ? key : (bases[key] as Effect)];
      });
      return ids.of(told.flat());
    });
    const made = { of, blocks: BlockMap.keysOf(of, ids.count) };
    this.#coarse[zone] = made;
    return made;
  }

  /** Tiers of a layer in sequence, layers all agreeing. `whole`: with what was found by tiers that are not broad. */
  #verdict(tiers: readonly TierRow[], block: number, whole: boolean): VerdictId {
    const { effects, verdicts } = this.#shared;
    let verdict = OPEN;
    let tier = 0;
    for (let layer = 0; layer < this.#layers.length; layer++) {
      let effect = PASSED;
      for (const end = tier + (this.#layers[layer] as readonly TierSide[]).length; tier < end; tier++) {
        effect = effects.compose(effect, this.#effect(tiers[tier] as TierRow, tier, block, whole));
      }
      verdict = verdicts.meet(verdict, effects.verdict(effect));
    }
    return verdict;
  }

  #effect({ table, found, bases, keys }: TierRow, tier: number, block: number, whole: boolean): Effect {
    if (whole || table.broad) {
      const value = found.values[(this.#joint.partOf[tier] as Int32Array)[block] as number] as number;
      if (value >= 0) return value;
    }
    return bases[keys[block] as number] as Effect;
  }
}

/** Equal where the base of a tier is: by the zone, where everyone in it has one, or by what is done in each. */
function baseKey({ table, own, bases, zone }: TierRow): number[] {
  const broad = table.broad ? own : 0;
  return zone === undefined ? [broad, ...bases] : [broad, zone];
}
