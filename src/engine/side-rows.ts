/**
 * Kernel: rows of one side, by destination class. What tiers with an order and general rules say is a base that many
 * rows share; what single rules find for single classes is laid over it.
 */

import { Around, composed } from './around.ts';
import type { Spaces } from './clauses.ts';
import { type Effect, PASSED } from './effects.ts';
import { Found } from './found.ts';
import { asNumbersBelow } from './number-pool.ts';
import { Partition } from './partition.ts';
import type { Shared } from './shared.ts';
import type { Base, Coarse, Saying, SideRow } from './side-row.ts';
import type { TierTable } from './tier-table.ts';
import { Tuples } from './tuples.ts';
import { CLOSED, OPEN, type VerdictId } from './verdicts.ts';

/** So many verdicts of bases are kept: neighbours in a namespace share theirs. */
const KEPT = 1 << 16;

export class SideRows {
  readonly #layers: readonly (readonly TierTable[])[];
  readonly #tables: readonly TierTable[];
  readonly #zoneOfSource: Uint8Array;
  readonly #destinations: number;
  readonly #algebra: Shared;
  readonly #found: Found;
  readonly #ids = new Tuples();
  readonly #bases = new Map<number, Base>();
  /** By base. */
  readonly #arounds = new Map<number, { readonly table: TierTable; readonly says: Saying }>();
  #kept = 0;
  /** By the zone of the source. */
  readonly #coarse: (Coarse | undefined)[] = [];

  constructor(layers: readonly (readonly TierTable[])[], { sources, destinations }: Spaces, shared: Shared) {
    this.#layers = layers;
    this.#tables = layers.flat();
    this.#zoneOfSource = sources.zones;
    this.#destinations = destinations.count;
    this.#algebra = shared;
    this.#found = new Found(destinations.count);
  }

  row(source: number): SideRow {
    for (const table of this.#tables) table.seek(source);
    const base = this.#baseOf(this.#zoneOfSource[source] as number);
    const speaking = this.#tables.filter((table) => !table.isSilent || isFinding(table));
    const [only, ...others] = speaking;
    if (only?.found && others.length === 0) return { found: only.found, says: only, base };
    const [finding, ...more] = speaking.filter(isFinding);
    if (!finding?.found || more.length > 0) return { found: this.#foundBy(finding, more), says: this, base };
    return { found: finding.found, says: this.#around(finding, base), base };
  }

  /** What the tiers say together where one of them has found something. */
  #around(table: TierTable, { id, coarse }: Base): Saying {
    const known = this.#arounds.get(id);
    if (known?.table === table) return known.says;
    const says = new Around(table, this.#layers, coarse, this.#algebra);
    this.#arounds.set(id, { table, says });
    return says;
  }

  /** The classes for which any of some tiers has found something; what, they say together. */
  #foundBy(first: TierTable | undefined, others: readonly TierTable[]): Found {
    this.#found.clear();
    for (const { found } of first ? [first, ...others] : []) {
      for (let i = 0; found && i < found.count; i++) this.#found.set(found.blocks[i] as number, 0);
    }
    return this.#found;
  }

  #baseOf(zone: number): Base {
    const id = this.#ids.of([zone, ...this.#tables.map((table) => table.baseKey)]);
    const known = this.#bases.get(id);
    if (known) return known;
    const coarse = this.#coarseOf(zone);
    const verdicts = coarse.samples.map((sample) => this.#general(sample));
    const made = { id, coarse, verdicts, isClosed: verdicts.every((verdict) => verdict === CLOSED) };
    this.#kept += verdicts.length;
    if (this.#kept > KEPT) {
      this.#bases.clear();
      this.#arounds.clear();
      this.#kept = verdicts.length;
    }
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

  /** What holds in general: tiers of a layer in sequence, layers all agreeing. */
  #general(id: number): VerdictId {
    const { effects, verdicts } = this.#algebra;
    let verdict = OPEN;
    for (const tables of this.#layers) verdict = verdicts.meet(verdict, effects.verdict(composed(tables, id, effects)));
    return verdict;
  }

  /** What the tiers say together of a class for which some of them have found something. */
  verdictAt(id: number): VerdictId {
    const { effects, verdicts } = this.#algebra;
    let verdict = OPEN;
    for (const tables of this.#layers) {
      let effect = PASSED;
      for (const table of tables) {
        const isFound = table.found?.isFound[id] === 1;
        const own = isFound ? table.effectAt(id) : (table.bases[table.keys[id] as number] as Effect);
        effect = effects.compose(effect, own);
      }
      verdict = verdicts.meet(verdict, effects.verdict(effect));
    }
    return verdict;
  }
}

function isFinding({ found }: TierTable): boolean {
  return found !== undefined && found.count > 0;
}
