/**
 * From everything that was found to what stands: severities as they were asked for, what is suppressed, what was known
 * before. Whether the API server would accept a bundle is no matter of taste, and is asked of the findings before.
 */

import { pushTo } from '../../util/ordering.ts';
import { categoryOf } from '../category.ts';
import { Fingerprints } from './fingerprint.ts';
import { type LevelSettings, levelOf } from './levels.ts';
import type { Placed, Suppression } from './suppression.ts';

export interface JudgeSettings extends LevelSettings {
  readonly suppressions: readonly Suppression[];
  /** Ids and categories of rules that nothing suppresses. */
  readonly unsuppressible: readonly string[];
  /** Fingerprints of what was known before. */
  readonly baseline: ReadonlySet<string>;
}

/** Why a finding does not stand. */
export interface Suppressed {
  readonly by: Suppression['by'] | 'baseline';
  readonly reason?: string;
}

export interface Judged<P extends Placed> {
  readonly placed: P;
  readonly fingerprint: string;
  readonly suppressed?: Suppressed;
}

export class Judge {
  readonly #settings: JudgeSettings;
  readonly #fingerprints = new Fingerprints();
  readonly #byRule = new Map<string, Suppression[]>();
  readonly #used = new Set<Suppression>();

  constructor(settings: JudgeSettings) {
    this.#settings = settings;
    for (const suppression of settings.suppressions) {
      if (suppression.reason === '') continue;
      for (const rule of suppression.rules) pushTo(this.#byRule, rule, suppression);
    }
  }

  /** Suppressions that a finding has met so far. */
  get used(): ReadonlySet<Suppression> {
    return this.#used;
  }

  /** Undefined of a rule that is off. */
  judge<P extends Placed>(placed: P): Judged<P> | undefined {
    const { finding } = placed;
    const fingerprint = this.#fingerprints.of(finding);
    const severity = levelOf(finding.rule, finding.severity, this.#settings);
    if (severity === 'off') return undefined;
    const leveled = { ...placed, finding: { ...finding, severity } };
    const suppressed = this.#suppressed(placed, fingerprint);
    return { placed: leveled, fingerprint, ...(suppressed ? { suppressed } : {}) };
  }

  isUnsuppressible(rule: string): boolean {
    const { unsuppressible } = this.#settings;
    return unsuppressible.includes(rule) || unsuppressible.includes(categoryOf(rule) ?? '');
  }

  #suppressed(placed: Placed, fingerprint: string): Suppressed | undefined {
    const { rule } = placed.finding;
    const covering = (this.#byRule.get(rule) ?? []).filter((suppression) => suppression.covers(placed));
    for (const suppression of covering) this.#used.add(suppression);
    if (this.isUnsuppressible(rule)) return undefined;
    const [first] = covering;
    if (first) return { by: first.by, reason: first.reason };
    return this.#settings.baseline.has(fingerprint) ? { by: 'baseline' } : undefined;
  }
}
