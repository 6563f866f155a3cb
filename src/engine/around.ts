/**
 * Kernel: what tiers say together where one of them has found something single, and the others say what they say in
 * general: what goes before it, and after it, and what other layers leave, is worked out once for every part of a base.
 */

import { type Effect, type Effects, PASSED } from './effects.ts';
import type { Coarse } from './side-row.ts';
import type { Finding, TierTable } from './tier-table.ts';
import { OPEN, type VerdictId, type Verdicts } from './verdicts.ts';

interface Algebra {
  readonly effects: Effects;
  readonly verdicts: Verdicts;
}

export class Around {
  readonly #finding: Finding;
  readonly #coarse: Coarse;
  readonly #effects: Effects;
  readonly #verdicts: Verdicts;
  /** By part: what earlier tiers of the layer do, what later ones do, and what other layers let through. */
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  readonly #beside: Int32Array;

  /** `layers` as they stand for the source at hand. */
  constructor(
    finding: Finding,
    layers: readonly (readonly TierTable[])[],
    coarse: Coarse,
    { effects, verdicts }: Algebra,
  ) {
    this.#finding = finding;
    this.#coarse = coarse;
    this.#effects = effects;
    this.#verdicts = verdicts;
    const own = layers.find((tables) => placeOf(finding, tables) >= 0) ?? [];
    const place = placeOf(finding, own);
    const others = layers.filter((tables) => tables !== own);
    this.#before = coarse.samples.map((id) => composed(own.slice(0, place), id, effects));
    this.#after = coarse.samples.map((id) => composed(own.slice(place + 1), id, effects));
    this.#beside = coarse.samples.map((id) =>
      others
        .map((tables) => effects.verdict(composed(tables, id, effects)))
        .reduce((a, b) => verdicts.meet(a, b), OPEN),
    );
  }

  verdictAt(id: number): VerdictId {
    const part = this.#coarse.of[id] as number;
    const effects = this.#effects;
    const first = effects.compose(this.#before[part] as Effect, this.#finding.effectAt(id));
    const whole = effects.compose(first, this.#after[part] as Effect);
    return this.#verdicts.meet(effects.verdict(whole), this.#beside[part] as VerdictId);
  }
}

function placeOf(finding: Finding, tables: readonly TierTable[]): number {
  return tables.findIndex((table) => table.finding === finding);
}

/** What tiers in sequence do in general with a destination class. */
export function composed(tables: readonly TierTable[], id: number, effects: Effects): Effect {
  let effect = PASSED;
  for (const { bases, keys } of tables) effect = effects.compose(effect, bases[keys[id] as number] as Effect);
  return effect;
}
