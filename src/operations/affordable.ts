/** Whether a whole matrix may be computed, asked before its first row. */

import type { Reach } from '../engine/reach.ts';
import { refuse } from '../engine/refusal.ts';
import { LIMITS } from '../ingest/index.ts';

/** Throws where the matrices together are more work than one answer may be. */
export function requireAffordable(reaches: readonly Reach[]): void {
  const value = reaches.reduce((sum, reach) => sum + reach.work(), 0);
  if (value <= LIMITS.ruleWork.value) return;
  const costs = reaches.flatMap((reach) => [...reach.costs()]);
  const detail = `the rules would be applied ${value} times; ask single questions with /v1/evaluate, or send fewer namespaces at once`;
  refuse({ limit: 'ruleWork', value, costs, detail });
}
