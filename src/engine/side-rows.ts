/**
 * Kernel: rows of one side, by destination class. What tiers with an order and general rules say is a base that many
 * rows share; what single rules find for single classes is laid over it.
 */

import type { Spaces } from './clauses.ts';
import { type Effect, type Effects, PASSED } from './effects.ts';
import { Found } from './found.ts';
import { asNumbersBelow, type Numbers } from './number-pool.ts';
import { Partition } from './partition.ts';
import type { PortSets } from './port-sets.ts';
import type { Basis } from './tier-side.ts';
import type { TierTable } from './tier-table.ts';
import { Tuples } from './tuples.ts';
import { CLOSED, OPEN, type VerdictId, type Verdicts } from './verdicts.ts';

/** What all sides of a reach share. */
export interface Shared extends Basis {
  readonly ports: PortSets;
  readonly verdicts: Verdicts;
  readonly effects: Effects;
}

/** Verdicts of one source with all destinations. It holds until the next is asked for. */
export interface SideRow {
  /** The destination classes for which something is found, which goes before the base, and what. */
  readonly found: Found;
  readonly says: Saying;
  readonly base: Base;
}

interface Saying {
  verdictAt(id: number): VerdictId;
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

/** Destination classes as far as a base tells them apart. */
export interface Coarse {
  readonly of: Numbers;
  /** A class of each part. */
  readonly samples: Int32Array;
}

/** The verdict of a row for a destination class. */
export function verdictAt({ found, says, base }: SideRow, id: number): VerdictId {
  if (found.isFound[id] === 1) return says.verdictAt(id);
  return base.verdicts[base.coarse.of[id] as number] as VerdictId;
}

/** Bases that are kept: neighbours in a namespace share theirs. */
const KEPT = 1024;

export class SideRows {
  readonly #layers: readonly (readonly TierTable[])[];
  readonly #tables: readonly TierTable[];
  readonly #zoneOfSource: Uint8Array;
  readonly #destinations: number;
  readonly #effects: Effects;
  readonly #verdicts: Verdicts;
  readonly #found: Found;
  readonly #ids = new Tuples();
  readonly #bases = new Map<number, Base>();
  /** By the zone of the source. */
  readonly #coarse: (Coarse | undefined)[] = [];

  constructor(layers: readonly (readonly TierTable[])[], { sources, destinations }: Spaces, shared: Shared) {
    this.#layers = layers;
    this.#tables = layers.flat();
    this.#zoneOfSource = sources.zones;
    this.#destinations = destinations.count;
    this.#effects = shared.effects;
    this.#verdicts = shared.verdicts;
    this.#found = new Found(destinations.count);
  }

  row(source: number): SideRow {
    for (const table of this.#tables) table.seek(source);
    const base = this.#baseOf(this.#zoneOfSource[source] as number);
    const speaking = this.#tables.filter((table) => !table.isSilent || isFinding(table));
    const [only] = speaking;
    if (speaking.length === 1 && only?.found) return { found: only.found, says: only, base };
    this.#together();
    return { found: this.#found, says: this, base };
  }

  /** What tiers say together. */
  verdictAt(id: number): VerdictId {
    return this.#found.values[id] as VerdictId;
  }

  /** What any tier has found, with what the others say there. */
  #together(): void {
    const all = this.#found;
    all.clear();
    for (const { found } of this.#tables) {
      if (!found) continue;
      for (let i = 0; i < found.count; i++) {
        const id = found.blocks[i] as number;
        if (all.isFound[id] === 0) all.set(id, this.#verdict(id, true));
      }
    }
  }

  #baseOf(zone: number): Base {
    const id = this.#ids.of([zone, ...this.#tables.map((table) => table.baseKey)]);
    const known = this.#bases.get(id);
    if (known) return known;
    const coarse = this.#coarseOf(zone);
    const verdicts = coarse.samples.map((sample) => this.#verdict(sample, false));
    const made = { id, coarse, verdicts, isClosed: verdicts.every((verdict) => verdict === CLOSED) };
    if (this.#bases.size >= KEPT) this.#bases.clear();
    this.#bases.set(id, made);
    return made;
  }

  #coarseOf(zone: number): Coarse {
    const known = this.#coarse[zone];
    if (known) return known;
    const partition = new Partition(this.#destinations);
    for (const table of this.#tables) partition.splitByKeys(table.parts(zone));
    const { of, count } = partition.blocks;
    const samples = new Int32Array(count);
    for (let id = 0; id < of.length; id++) samples[of[id] as number] = id;
    const made = { of: asNumbersBelow(count, of), samples };
    this.#coarse[zone] = made;
    return made;
  }

  /** Tiers of a layer in sequence, layers all agreeing. `whole`: with what was found for single classes. */
  #verdict(id: number, whole: boolean): VerdictId {
    let verdict = OPEN;
    for (const tables of this.#layers) {
      let effect = PASSED;
      for (const table of tables) {
        const isFound = whole && table.found?.isFound[id] === 1;
        effect = this.#effects.compose(effect, isFound ? table.effectAt(id) : (table.bases[table.keys[id] as number] as Effect));
      }
      verdict = this.#verdicts.meet(verdict, this.#effects.verdict(effect));
    }
    return verdict;
  }
}

function isFinding({ found }: TierTable): boolean {
  return found !== undefined && found.count > 0;
}
