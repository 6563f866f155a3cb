/** Whether a whole matrix may be computed, asked before its first cell. */

import type { Reach } from '../engine/reach.ts';
import { LIMITS } from '../ingest/index.ts';
import type { Policy } from '../policy/rule.ts';
import { byKeys } from '../util/ordering.ts';
import { ProblemError, problem } from '../util/problem.ts';

/** How many policies a refusal names. */
const NAMED = 5;

/** Throws the problem of the first budget that the matrices together would exceed. */
export function requireAffordable(reaches: readonly Reach[]): void {
  const cells = sum(reaches.map((r) => r.sources.members.length * r.destinations.members.length));
  if (cells > LIMITS.classCells.value) {
    const detail = `the matrix has ${cells} cells of endpoints that policies tell apart; ask single questions with /v1/evaluate`;
    refuse('classCells', cells, detail);
  }
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
  refuse('ruleWork', total, detail, top);
}

type Top = readonly { readonly object: string; readonly value: number }[];

function refuse(limit: 'classCells' | 'ruleWork', value: number, detail: string, top?: Top): never {
  const maximum = LIMITS[limit].value;
  throw new ProblemError(problem('limit-exceeded', detail, { limit, value, maximum, ...(top ? { top } : {}) }));
}

function title({ kind, namespace, name }: Policy): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
