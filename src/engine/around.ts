/**
 * Kernel: what tiers say together where one of them has found something single, and the others say what they say in
 * general: what goes before it, and after it, and what other layers leave, is looked up once for every part of a base.
 */

import type { Algebra } from './algebra.ts';
import { type Effect, type Effects, PASSED } from './effects.ts';
import { PairMemo } from './pair-memo.ts';
import type { Coarse } from './side-row.ts';
import type { Finding, TierTable } from './tier-table.ts';
import { Tuples } from './tuples.ts';
import { OPEN, type VerdictId, type Verdicts } from './verdicts.ts';

/** The places of what is around a tier: what goes before it, what goes after it, and what other layers leave. */
const BEFORE = 0;
const AFTER = 1;
const BESIDE = 2;

/** All that has been around a tier, as numbers, and what became of its effects in it. */
export class Surroundings {
  readonly effects: Effects;
  readonly verdicts: Verdicts;
  readonly #all = new Tuples(3);
  readonly #made = new Int32Array(3);
  readonly #known = new PairMemo();

  constructor({ effects, verdicts }: Pick<Algebra, 'effects' | 'verdicts'>) {
    this.effects = effects;
    this.verdicts = verdicts;
  }

  of(before: Effect, after: Effect, beside: VerdictId): number {
    this.#made[BEFORE] = before;
    this.#made[AFTER] = after;
    this.#made[BESIDE] = beside;
    return this.#all.of(this.#made);
  }

  verdict(around: number, effect: Effect): VerdictId {
    const known = this.#known.get(around, effect);
    if (known >= 0) return known;
    const { effects, verdicts } = this;
    const first = effects.compose(this.#all.member(around, BEFORE), effect);
    const whole = effects.compose(first, this.#all.member(around, AFTER));
    const made = verdicts.meet(effects.verdict(whole), this.#all.member(around, BESIDE));
    this.#known.add(around, effect, made);
    return made;
  }
}

export class Around {
  readonly #finding: Finding;
  readonly #coarse: Coarse;
  readonly #surroundings: Surroundings;
  /** By part. */
  readonly #around: Int32Array;

  /** `layers` as they stand for the source at hand. */
  constructor(finding: Finding, layers: readonly (readonly TierTable[])[], coarse: Coarse, surroundings: Surroundings) {
    this.#finding = finding;
    this.#coarse = coarse;
    this.#surroundings = surroundings;
    const { effects, verdicts } = surroundings;
    const own = layers.find((tables) => placeOf(finding, tables) >= 0) ?? [];
    const place = placeOf(finding, own);
    const before = own.slice(0, place);
    const after = own.slice(place + 1);
    const others = layers.filter((tables) => tables !== own);
    this.#around = coarse.samples.map((id) => {
      let beside = OPEN;
      for (const tables of others) beside = verdicts.meet(beside, effects.verdict(composed(tables, id, effects)));
      return surroundings.of(composed(before, id, effects), composed(after, id, effects), beside);
    });
  }

  verdictAt(id: number): VerdictId {
    const around = this.#around[this.#coarse.of[id] as number] as number;
    return this.#surroundings.verdict(around, this.#finding.effectAt(id));
  }
}

function placeOf(finding: Finding, tables: readonly TierTable[]): number {
  return tables.findIndex((table) => table.finding === finding);
}

/** What tiers in sequence do in general with a destination class. */
export function composed(tables: readonly TierTable[], id: number, effects: Effects): Effect {
  let effect = PASSED;
  for (let i = 0; i < tables.length; i++) {
    const { bases, keys } = tables[i] as TierTable;
    effect = effects.compose(effect, bases[keys[id] as number] as Effect);
  }
  return effect;
}
