import { describe, expect, it } from 'vitest';
import type { Reach } from '../../src/engine/reach.ts';
import { LIMITS } from '../../src/ingest/index.ts';
import { requireAffordable } from '../../src/operations/affordable.ts';
import type { Policy } from '../../src/policy/rule.ts';
import { ProblemError } from '../../src/util/problem.ts';
import { analysisOf } from '../support/bundle.ts';
import { pod, policy, together } from '../support/objects.ts';

/** Only what the budget is asked about. */
function reachOf(work: Readonly<Record<string, number>>): Reach {
  const costs = Object.entries(work).map(([name, cost]) => [{ kind: 'NetworkPolicy', name } as Policy, cost] as const);
  const total = costs.reduce((sum, [, cost]) => sum + cost, 0);
  return { work: () => total, costs: () => new Map(costs) } as unknown as Reach;
}

function refusal(...reaches: Reach[]): unknown {
  try {
    requireAffordable(reaches);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
}

describe('a matrix', () => {
  const maximum = LIMITS.ruleWork.value;

  it('is computed up to the budget, and refused by name above it', () => {
    expect(refusal(reachOf({ a: maximum }))).toBeUndefined();
    expect(refusal(reachOf({ a: maximum + 1 }))).toMatchObject({ limit: 'ruleWork', value: maximum + 1, maximum });
  });

  it('is refused with the five policies that cost most, the costliest first', () => {
    const work = { a: 1, b: 2, c: 3, d: 4, e: 5, f: maximum };
    const top = ['f', 'e', 'd', 'c', 'b'].map((name) => ({ object: `NetworkPolicy ${name}` }));
    expect(refusal(reachOf(work))).toMatchObject({ top });
  });

  it('is counted together with the one it is compared to', () => {
    expect(refusal(reachOf({ a: maximum }), reachOf({ a: 1 }))).toMatchObject({ limit: 'ruleWork' });
  });

  it('costs what its rules apply to times what they single out', () => {
    const pods = ['web', 'api', 'db'].map((name) => pod(`a/${name}`, { labels: { app: name } }));
    const rule = 'ingress: [{ from: [{ podSelector: { matchLabels: { app: api } } }] }]';
    const reach = analysisOf(
      together(...pods, policy('a/p', `{ podSelector: { matchLabels: { app: web } }, ${rule} }`)),
    ).reach();
    expect(reach.work()).toBe(1);
    expect([...reach.costs().values()]).toEqual([1]);
  });
});
