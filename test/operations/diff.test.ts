import { describe, expect, test } from 'vitest';
import { diff, diffResult } from '../../src/operations/diff.ts';
import { type DiffResult, diffResult as schema } from '../../src/operations/diff-results.ts';
import { exampleRequests } from '../../src/operations/example-requests.ts';
import { runOperation } from '../../src/operations/run.ts';
import type { Answer } from '../../src/render/answer.ts';
import { markdown } from '../../src/render/markdown.ts';
import { text } from '../../src/render/text.ts';
import { ProblemError } from '../../src/util/problem.ts';
import type { Files } from '../support/bundle.ts';
import { pairOf } from '../support/diff.ts';
import { underLimit } from '../support/limits.ts';
import { pod, policy, together } from '../support/objects.ts';

/** The file of a side, with the side's name as in a request. */
const at = (side: string, content: string): Files => ({ [`${side}/all.yaml`]: content });

function ask(before: string, after: string, options: Record<string, unknown> = {}): DiffResult {
  const input = diff.input.parse({ external: false, ...options });
  return diffResult(pairOf(at('before', before), at('after', after), { level: input.level }), input);
}

function answer(before: string, after: string, options: Record<string, unknown> = {}): Answer {
  const { before: old, after: now } = pairOf(at('before', before), at('after', after));
  return diff.runPair(old, now, diff.input.parse({ external: false, ...options }));
}

const PODS = together(pod('a/x', { labels: { app: 'x' } }), pod('a/db', { labels: { app: 'db' } }));
const GUARD = policy(
  'a/guard',
  '{ podSelector: { matchLabels: { app: db } }, ingress: [{ ports: [{ port: 5432 }] }] }',
);
const BLOCK = policy('a/guard', '{ ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }] }');

describe('a result', () => {
  test('has what changed, and which object made it', () => {
    const result = ask(PODS, together(PODS, GUARD, pod('a/new')));
    expect(result).toMatchObject({ model: 'kubernetes', verdict: 'pass', complete: true });
    expect(result.changes.filter(({ workload }) => workload === undefined)).toEqual([
      {
        from: 'a/x[Pod]',
        to: 'a/db[Pod]',
        type: 'changed',
        before: 'all',
        after: { TCP: '5432' },
        because: [
          { change: 'added', kind: 'NetworkPolicy', namespace: 'a', name: 'guard', file: 'after/all.yaml', line: 5 },
        ],
      },
    ]);
    expect(result.changes.map(({ from, to, type, workload }) => [from, to, type, workload ?? ''])).toEqual([
      ['a/db[Pod]', 'a/new[Pod]', 'added', 'added'],
      ['a/new[Pod]', 'a/db[Pod]', 'added', 'added'],
      ['a/new[Pod]', 'a/x[Pod]', 'added', 'added'],
      ['a/x[Pod]', 'a/db[Pod]', 'changed', ''],
      ['a/x[Pod]', 'a/new[Pod]', 'added', 'added'],
    ]);
    expect(result.workloads).toEqual({ added: ['a/new[Pod]'], removed: [] });
    expect(result.summary).toEqual({ added: 4, removed: 0, changed: 1 });
  });

  test('has what is unknown beside what is allowed, and why', () => {
    const { changes, findings } = ask(PODS, together(PODS, BLOCK));
    expect(changes[0]).toMatchObject({ type: 'changed', before: 'all', after: {}, unknownAfter: 'all' });
    expect(changes[0]).not.toHaveProperty('unknownBefore');
    expect(findings.map(({ rule, file }) => [rule, file])).toContainEqual(['NET041', 'after/all.yaml']);
  });

  test.each<[string, string, string, string]>([
    ['added where nothing at all was before', '[]', '[{ ports: [{ port: 1 }] }]', 'added'],
    ['added where it was closed and is unknown', '[]', '[{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }]', 'added'],
    ['removed where nothing is left', '[{ ports: [{ port: 1 }] }]', '[]', 'removed'],
    ['changed where both have something', '[{ ports: [{ port: 1 }] }]', '[{ ports: [{ port: 2 }] }]', 'changed'],
  ])('calls a change %s', (_says, before, after, type) => {
    const spec = (ingress: string) =>
      policy('a/p', `{ podSelector: { matchLabels: { app: db } }, ingress: ${ingress} }`);
    const { changes } = ask(together(PODS, spec(before)), together(PODS, spec(after)));
    expect(changes.map((change) => change.type)).toEqual([type]);
  });

  test.each<[string, string, string, Record<string, unknown>]>([
    ['of one side alone', '', PODS, { external: true, self: true }],
    ['with unknowns', PODS, together(PODS, BLOCK), {}],
    ['one page of it', PODS, together(PODS, GUARD, pod('b/z')), { limit: 1 }],
    ['of pods', PODS, together(PODS, GUARD), { level: 'pod', focus: 'a/db' }],
    ['of a bundle that is broken', `${PODS}\n---\n: [`, PODS, {}],
  ])('%s has the shape the contract promises, and no field beside it', (_says, before, after, options) => {
    const result = ask(before, after, options);
    expect(schema.safeParse(result).error?.issues ?? []).toEqual([]);
    expect(schema.parse(result)).toEqual(result);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test('comes in pages, which are together the whole', () => {
    const [before, after] = [PODS, together(PODS, GUARD, pod('b/z'))];
    const whole = ask(before, after);
    const first = ask(before, after, { limit: 3 });
    const second = ask(before, after, { cursor: first.next });
    expect([...first.changes, ...second.changes]).toEqual(whole.changes);
    expect(first.summary).toEqual(whole.summary);
  });
});

describe('the findings', () => {
  test('of both sides name their side, and what holds for both is said once', () => {
    const broken = together(PODS, GUARD, 'kind: [');
    const { findings, complete, verdict } = ask(broken, together(PODS, GUARD));
    expect([complete, verdict]).toEqual([false, 'fail']);
    expect(findings.filter((f) => f.severity === 'error').map((f) => f.file)).toEqual(['before/all.yaml']);
    const texts = findings.map((f) => f.message);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('say which name of a focus is on neither side', () => {
    const rules = (options: Record<string, unknown>) => ask(PODS, pod('b/z'), options).findings.map((f) => f.rule);
    expect(rules({ focus: 'nobody' })).toContain('REQ001');
    expect(rules({ focus: ['x', 'z'] })).not.toContain('REQ001');
  });
});

test('two bundles without a workload are refused', () => {
  expect(() => ask(GUARD, '')).toThrow(ProblemError);
  expect(() => ask('', GUARD)).toThrow(ProblemError);
});

describe('the conditions of the gates', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['nothing', PODS, PODS, []],
    ['a change', PODS, together(PODS, GUARD), ['changed']],
    ['a workload more', PODS, together(PODS, pod('b/z')), ['added']],
    ['a workload less', together(PODS, pod('b/z')), PODS, ['removed']],
    ['a side that was not read', PODS, `${PODS}\n---\nkind: [`, ['incomplete']],
  ])('are those of %s', (_what, before, after, holds) => {
    expect(answer(before, after).conditions?.()).toEqual(holds);
  });

  test('are not those of one page', () => {
    expect(answer(PODS, together(PODS, GUARD, pod('b/z')), { limit: 1 }).conditions?.()).toEqual(['added', 'changed']);
  });
});

describe('for people', () => {
  const after = together(PODS, GUARD, pod('b/z'));

  test('rows stand together by what became of them', () => {
    expect(
      [...text.write(answer(PODS, after, { focus: 'x' }))].join(''),
    ).toBe(`pass: connections: 2 added, 1 changed, 0 removed; workloads: 1 added, 0 removed

Changes

  CHANGE   FROM      TO         BEFORE   AFTER     BECAUSE
  added    a/x[Pod]  b/z[Pod]   nothing  all       Pod b/z added (after/all.yaml:12)
  added    b/z[Pod]  a/x[Pod]   nothing  all       Pod b/z added (after/all.yaml:12)

  changed  a/x[Pod]  a/db[Pod]  all      TCP 5432  NetworkPolicy a/guard added (after/all.yaml:5)

Workloads

  CHANGE  WORKLOAD
  added   b/z[Pod]
`);
  });

  test('nothing is said to have changed in a comment, too', () => {
    expect([...markdown.write(answer(PODS, PODS))].join('')).toBe(
      'pass: reachability did not change\n\n### Changes\n\nNothing may reach more or less than before.\n',
    );
  });

  test('three causes are told, and how many more there are', () => {
    const more = ['p', 'q', 'r', 's', 't'].map((name) => GUARD.replace('guard', name));
    expect([...text.write(answer(PODS, together(PODS, ...more)))].join('')).toMatch(/r added \(\S+\); 2 more\n/);
  });
});

describe('a comparison is refused', () => {
  const problemOf = (before: string, after: string) => {
    try {
      return ask(before, after);
    } catch (error) {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    }
  };

  test('with more changes than one answer may hold, saying how to ask for less', () => {
    const problem = underLimit('connections', 1, () => problemOf(PODS, together(PODS, pod('a/new'))));
    expect(problem).toMatchObject({ code: 'limit-exceeded', limit: 'connections', maximum: 1 });
    expect(problem).toHaveProperty('detail', expect.stringContaining('`focus`'));
  });

  test('where the rules of both sides together are too much work, naming the policies', () => {
    const rule = '[{ from: [{ podSelector: { matchLabels: { app: x } } }] }]';
    const guarded = together(
      PODS,
      policy('a/guard', `{ podSelector: { matchLabels: { app: db } }, ingress: ${rule} }`),
    );
    const refused = (maximum: number) => underLimit('ruleWork', maximum, () => problemOf(guarded, guarded));
    expect(refused(1)).toMatchObject({ limit: 'ruleWork', value: 2, maximum: 1 });
    expect(refused(1)).toHaveProperty('top.0.object', 'NetworkPolicy a/guard');
    expect(refused(2)).toMatchObject({ changes: [] });
  });
});

test('records are the changes, the findings, and the summary last', () => {
  const records = [...answer(PODS, together(PODS, BLOCK)).records()];
  expect(new Set(records.map((r) => r.t))).toEqual(new Set(['result', 'finding', 'summary']));
  expect(records.at(-1)).toMatchObject({
    t: 'summary',
    summary: { changed: 2 },
    workloads: { added: [], removed: [] },
  });
});

test('the operation answers its own example', () => {
  const [request] = exampleRequests(diff);
  if (!request) throw new Error('there is no example');
  const result = schema.parse(runOperation(diff, request, { input: diff.input.parse(request.options) }).json());
  expect(result.changes).toMatchObject([
    {
      from: 'shop/report[CronJob]',
      to: 'shop/db[Deployment]',
      type: 'added',
      after: { TCP: '5432' },
      because: [{ kind: 'NetworkPolicy', name: 'db-from-api', rule: 0, file: 'after/policies.yaml' }],
    },
  ]);
});
