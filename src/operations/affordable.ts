/** Whether a whole matrix may be computed, asked before its first cell. */

import type { Reach } from '../engine/reach.ts';
import { LIMITS } from '../ingest/index.ts';
import type { Policy } from '../policy/rule.ts';
import { byKeys } from '../util/ordering.ts';
import { ProblemError, problem } from '../util/problem.ts';

/** How many policies a refusal names. */
const NAMED = 5;

/** Throws where the matrices together are more work than one answer may be. */
export function requireAffordable(reaches: readonly Reach[]): void {
  const work = reaches.flatMap((r) => [...r.work()]);
  const total = sum(work.map(([, cost]) => cost));
  if (total <= LIMITS.ruleWork.value) return;
  const top = work
    .sort(
      byKeys(
        ([, cost]) => -cost,
        ([policy]) => title(policy),
      ),
    )
    .slice(0, NAMED)
    .map(([policy, value]) => ({ object: title(policy), value }));
  const detail = `the rules would be applied ${total} times, most of all those of ${top.map((t) => t.object).join(', ')}; ask single questions with /v1/evaluate`;
  const maximum = LIMITS.ruleWork.value;
  throw new ProblemError(problem('limit-exceeded', detail, { limit: 'ruleWork', value: total, maximum, top }));
}

function title({ kind, namespace, name }: Policy): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
