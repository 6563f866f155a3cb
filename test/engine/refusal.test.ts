import { describe, expect, it } from 'vitest';
import type { LimitName } from '../../src/ingest/limits.ts';
import { requireAffordable } from '../../src/operations/affordable.ts';
import { ProblemError } from '../../src/util/problem.ts';
import { admin } from '../support/admin.ts';
import { analysisOf } from '../support/bundle.ts';
import { underLimit } from '../support/limits.ts';
import { pod, policy, together } from '../support/objects.ts';

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Pods that all differ, policies that each single a part of them out, on ports of their own. */
const BUNDLE = together(
  ...LETTERS.map((letter) => pod(`shop/${letter}`, { labels: { app: letter } })),
  ...LETTERS.map((letter, i) => {
    const others = LETTERS.slice(0, i + 1).join(', ');
    const peer = `{ podSelector: { matchExpressions: [{ key: app, operator: In, values: [${others}] }] } }`;
    const ports = `[{ port: ${80 + i * 10} }, { port: ${4000 + i * 7} }]`;
    return policy(
      `shop/${letter}`,
      `{ podSelector: { matchLabels: { app: ${letter} } }, ingress: [{ from: [${peer}], ports: ${ports} }] }`,
    );
  }),
  admin(
    'first',
    `{ priority: 1, subject: { namespaces: {} }, ingress: [
      { action: Deny, from: [{ pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: a } } } }] },
      { action: Allow, from: [{ pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: b } } } }] }] }`,
  ),
);

function refusal(limit: LimitName, maximum: number) {
  return underLimit(limit, maximum, () => {
    try {
      const reach = analysisOf(BUNDLE).reach();
      requireAffordable([reach]);
      for (const row of reach.rows()) expect(row.cells.length).toBeGreaterThanOrEqual(0);
    } catch (error) {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    }
    return undefined;
  });
}

describe('a budget that is spent', () => {
  it.each<[LimitName, number]>([
    ['selectorTerms', 7],
    ['setBytes', 10],
    ['tierCells', 1],
    ['ruleWork', 9],
    ['portIntervals', 12],
  ])(
    '%s is a problem that names the limit, the value, the maximum and the policies that cost most',
    (limit, maximum) => {
      const problem = refusal(limit, maximum);
      expect(problem).toMatchObject({ code: 'limit-exceeded', limit, maximum });
      expect(problem?.value).toBeGreaterThan(maximum);
      const top = problem?.top ?? [];
      expect(top.length).toBeGreaterThan(0);
      expect(top.length).toBeLessThanOrEqual(5);
      expect(top.map((t) => t.value)).toEqual(top.map((t) => t.value).sort((a, b) => b - a));
      for (const { object } of top) expect(problem?.detail).toContain(object);
    },
  );

  it.each<[LimitName, number]>([
    ['tierCells', 1],
    ['ruleWork', 9],
    ['portIntervals', 12],
  ])('%s leaves single questions answered', (limit, maximum) => {
    underLimit(limit, maximum, () => {
      const reach = analysisOf(BUNDLE).reach();
      const [from, to] = ['shop/c[Pod]', 'shop/d[Pod]'].map((id) =>
        reach.nodes.findIndex((node) => node.kind === 'endpoint' && node.endpoint.id === id),
      );
      expect(reach.between(from ?? -1, to ?? -1).allow.map(({ first }) => first)).toEqual([110, 4021]);
    });
  });

  it('is not spent by an ordinary bundle', () => {
    expect(refusal('files', 1)).toBeUndefined();
  });
});
