/** How severe a rule is for whoever asks: an id counts before its category, and what is not named keeps its own. */

import type { Severity } from '../../ingest/finding.ts';
import { categoryOf } from '../category.ts';

export type Level = 'off' | Severity;

export interface LevelSettings {
  /** By id or category. */
  readonly rules: ReadonlyMap<string, Level>;
  /** Where it names something, everything else is off: ids or categories. */
  readonly only: readonly string[];
}

export function levelOf(rule: string, severity: Severity, { rules, only }: LevelSettings): Level {
  const category = categoryOf(rule) ?? '';
  if (only.length > 0 && !only.includes(rule) && !only.includes(category)) return 'off';
  return rules.get(rule) ?? rules.get(category) ?? severity;
}
