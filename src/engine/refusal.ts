/** Refusals of what would cost too much, naming the policies that cost most. */

import { LIMITS } from '../ingest/limits.ts';
import type { Policy } from '../policy/rule.ts';
import { byKeys } from '../util/ordering.ts';
import { type Problem, ProblemError, problem } from '../util/problem.ts';

/** How many policies a refusal names. */
const NAMED = 5;

/** The limits that policies are answerable for. */
export type PolicyLimit = 'selectorTerms' | 'setBytes' | 'tierCells' | 'ruleWork' | 'portIntervals';

/** What each policy adds to a limit. */
export type Costs = Iterable<readonly [Policy, number]>;

export interface Refusal {
  readonly limit: PolicyLimit;
  readonly value: number;
  readonly costs: Costs;
  /** What happened, and what to ask for instead. */
  readonly detail: string;
}

/** Throws the problem of a limit that was passed. */
export function refuse({ limit, value, costs, detail }: Refusal): never {
  const top = mostCostly(costs);
  const whose = top.length > 0 ? `; most of it comes from ${top.map((t) => t.object).join(', ')}` : '';
  const maximum = LIMITS[limit].value;
  throw new ProblemError(problem('limit-exceeded', `${detail}${whose}`, { limit, value, maximum, top }));
}

function mostCostly(costs: Costs): NonNullable<Problem['top']> {
  return [...costs]
    .map(([policy, value]) => ({ object: title(policy), value }))
    .sort(
      byKeys(
        ({ value }) => -value,
        ({ object }) => object,
      ),
    )
    .slice(0, NAMED);
}

function title({ kind, namespace, name }: Policy): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
