/**
 * Kernel: rows of one side, by destination class. What tiers with an order and general rules say is a base that many
 * rows share; what single rules find for single classes is laid over it.
 */

import { pushTo } from '../util/ordering.ts';
import type { Algebra } from './algebra.ts';
import { Around, composed, Surroundings } from './around.ts';
import type { Spaces } from './clauses.ts';
import { type Effect, PASSED } from './effects.ts';
import { Found } from './found.ts';
import { asNumbersBelow } from './number-pool.ts';
import { Partition } from './partition.ts';
import type { Base, Coarse, Saying, SideRow } from './side-row.ts';
import type { Finding, TierTable } from './tier-table.ts';
import { hashOf, Tuples } from './tuples.ts';
import { CLOSED, OPEN, type VerdictId } from './verdicts.ts';

/** So many numbers are kept, of verdicts of bases and of what is around a tier: neighbours in a namespace share theirs. */
const KEPT = 1 << 17;

export class SideRows {
  readonly #layers: readonly (readonly TierTable[])[];
  readonly #tables: readonly TierTable[];
  readonly #zoneOfSource: Uint8Array;
  readonly #destinations: number;
  readonly #algebra: Pick<Algebra, 'effects' | 'verdicts'>;
  readonly #mostKept: number;
  /** Where it is not one tier that has found something. */
  #found: Found | undefined;
  /** All that the tiers say in general, as numbers. */
  readonly #sayings: Tuples;
  /** Scratch: what one is told by. */
  readonly #key: Int32Array;
  /** By what the tiers say; and by the hash of the verdicts. */
  readonly #bases = new Map<number, Base>();
  readonly #alike = new Map<number, Base[]>();
  /** Bases made so far: their numbers are not used again. */
  #made = 0;
  readonly #surroundings: Surroundings;
  /** By what the tiers say. */
  readonly #arounds = new Map<number, { readonly finding: Finding; readonly says: Saying }>();
  #kept = 0;
  /** By the zone of the source. */
  readonly #coarse: (Coarse | undefined)[] = [];

  /** `kept`: how many numbers at most. */
  constructor(
    layers: readonly (readonly TierTable[])[],
    { sources, destinations }: Spaces,
    algebra: Pick<Algebra, 'effects' | 'verdicts'>,
    kept = KEPT,
  ) {
    this.#mostKept = kept;
    this.#layers = layers;
    this.#tables = layers.flat();
    this.#sayings = new Tuples(this.#tables.length + 1);
    this.#key = new Int32Array(this.#tables.length + 1);
    this.#zoneOfSource = sources.zones;
    this.#destinations = destinations.count;
    this.#algebra = algebra;
    this.#surroundings = new Surroundings(algebra);
  }

  row(source: number): SideRow {
    const tables = this.#tables;
    let only: Finding | undefined;
    let isAlone = true;
    let areMore = false;
    for (let i = 0; i < tables.length; i++) (tables[i] as TierTable).seek(source);
    for (let i = 0; i < tables.length; i++) {
      const { finding, isSilent } = tables[i] as TierTable;
      const hasFound = finding !== undefined && finding.found.count > 0;
      if (hasFound && only) areMore = true;
      if (hasFound) only ??= finding;
      else if (!isSilent) isAlone = false;
    }
    const zone = this.#zoneOfSource[source] as number;
    const saying = this.#sayingOf(zone);
    const base = this.#baseOf(zone, saying);
    if (!only || areMore) return { found: this.#foundByAll(), says: this, base };
    return { found: only.found, says: isAlone ? only : this.#around(only, saying, base.coarse), base };
  }

  /** What the tiers say together where one of them has found something. */
  #around(finding: Finding, saying: number, coarse: Coarse): Saying {
    const known = this.#arounds.get(saying);
    if (known?.finding === finding) return known.says;
    this.#makeRoom(coarse.samples.length);
    const says = new Around(finding, this.#layers, coarse, this.#surroundings);
    this.#arounds.set(saying, { finding, says });
    return says;
  }

  /** The classes for which any tier has found something; what, they say together. */
  #foundByAll(): Found {
    this.#found ??= new Found(this.#destinations);
    const all = this.#found;
    all.clear();
    for (const { finding } of this.#tables) if (finding) all.addBlocks(finding.found);
    return all;
  }

  /** The number of all that the tiers say in general to a source of a zone. */
  #sayingOf(zone: number): number {
    const key = this.#key;
    key[0] = zone;
    for (let i = 0; i < this.#tables.length; i++) key[i + 1] = (this.#tables[i] as TierTable).baseKey;
    return this.#sayings.of(key);
  }

  #baseOf(zone: number, saying: number): Base {
    const known = this.#bases.get(saying);
    if (known) return known;
    const coarse = this.#coarseOf(zone);
    const made = this.#intern(
      coarse,
      coarse.samples.map((sample) => this.#general(sample)),
    );
    this.#bases.set(saying, made);
    return made;
  }

  /** Tiers that say different things often leave the same. */
  #intern(coarse: Coarse, verdicts: Int32Array): Base {
    const hash = hashOf(verdicts, 0, verdicts.length);
    const known = this.#alike.get(hash)?.find((base) => base.coarse === coarse && isSame(base.verdicts, verdicts));
    if (known) return known;
    this.#makeRoom(verdicts.length);
    const made = { id: this.#made++, coarse, verdicts, isClosed: verdicts.every((verdict) => verdict === CLOSED) };
    pushTo(this.#alike, hash, made);
    return made;
  }

  /** For so many numbers more; what was kept is let go of where it has become too much. */
  #makeRoom(numbers: number): void {
    this.#kept += numbers;
    if (this.#kept <= this.#mostKept) return;
    this.#bases.clear();
    this.#arounds.clear();
    this.#alike.clear();
    this.#kept = numbers;
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
      for (const { finding, bases, keys } of tables) {
        const isFound = finding?.found.isFound[id] === 1;
        effect = effects.compose(effect, isFound ? finding.effectAt(id) : (bases[keys[id] as number] as Effect));
      }
      verdict = verdicts.meet(verdict, effects.verdict(effect));
    }
    return verdict;
  }
}

function isSame(one: Int32Array, other: Int32Array): boolean {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return one.length === other.length;
}
