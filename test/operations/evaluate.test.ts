import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/operations/analyse.ts';
import { evaluate, evaluateResult } from '../../src/operations/evaluate.ts';
import { type EvaluateResult, evaluateResult as schema } from '../../src/operations/results.ts';
import { ProblemError } from '../../src/util/problem.ts';
import { analysisOf, bundleOf, type Files } from '../support/bundle.ts';
import { pod, policy, together } from '../support/objects.ts';

type Asked = Parameters<typeof evaluateResult>[1]['queries'][number];

const web = pod('a/web', { labels: { app: 'web' }, ports: [{ name: 'http', containerPort: 80 }] });
const db = pod('a/db', { labels: { app: 'db' } });
const TO_WEB = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: to-web, namespace: a }
spec:
  podSelector: { matchLabels: { app: web } }
  ingress:
    - ports: [{ port: 1 }]
    - ports: [{ port: http }]
`;
const FILES = { 'pods.yaml': together(web, db), 'policies.yaml': TO_WEB };

function ask(files: Files, ...queries: readonly Partial<Asked>[]): EvaluateResult {
  const whole = queries.map((q) => ({ from: 'a/db', to: 'a/web', protocol: 'TCP' as const, port: undefined, ...q }));
  return evaluateResult([analysisOf(files)], { queries: whole });
}

describe('an answer', () => {
  it('has the verdict and the rules of both sides, with file and line', () => {
    expect(ask(FILES, { port: 80 }).results).toEqual([
      {
        from: 'a/db',
        to: 'a/web',
        protocol: 'TCP',
        port: 80,
        verdict: 'allow',
        allowed: true,
        reasons: [
          { direction: 'egress', verdict: 'not-isolated', text: expect.stringContaining('a/db[Pod]') },
          {
            direction: 'ingress',
            verdict: 'allow',
            policy: { kind: 'NetworkPolicy', namespace: 'a', name: 'to-web', rule: 1, file: 'policies.yaml', line: 8 },
            text: expect.stringContaining('ingress rule 2'),
          },
        ],
      },
    ]);
  });

  it('without a port has all that is allowed and unknown', () => {
    expect(ask(FILES, {}).results).toMatchObject([{ verdict: 'allow', allow: { TCP: '1,80' }, unknown: {} }]);
    expect(ask(FILES, {}).results[0]).not.toHaveProperty('port');
  });

  it('names the policy that isolates without a rule of it', () => {
    const [result] = ask(FILES, { port: 443 }).results;
    expect(result).toMatchObject({ verdict: 'deny', allowed: false });
    expect(result && 'reasons' in result && result.reasons[1]?.policy).toEqual({
      kind: 'NetworkPolicy',
      namespace: 'a',
      name: 'to-web',
      file: 'policies.yaml',
      line: 1,
    });
  });

  it('stands where its question stood, beside errors of other questions', () => {
    const { results } = ask(FILES, { port: 80 }, { to: 'a/nobody' }, { port: 'ftp' }, { port: 443 });
    expect(results.map((r) => ('error' in r ? r.error.type : r.verdict))).toEqual([
      'allow',
      '/problems/unknown-name',
      '/problems/unknown-name',
      'deny',
    ]);
    expect(results[2]).toMatchObject({ error: { alternatives: ['http'] } });
  });

  it('about an ambiguous name has the names it may mean', () => {
    const [result] = ask(together(pod('a/x'), pod('b/x')), { from: 'x', to: 'b/x' }).results;
    expect(result).toEqual({
      error: {
        type: '/problems/ambiguous-name',
        title: 'The name means more than one endpoint',
        detail: 'x may be a/x[Pod] or b/x[Pod]',
        alternatives: ['a/x[Pod]', 'b/x[Pod]'],
      },
    });
  });

  it('of variants that differ is mixed, with each of them', () => {
    const owner = { kind: 'ReplicaSet', name: 'r' };
    const pods = ['x', 'z'].map((v) => pod(`a/${v}`, { owner, labels: { v } }));
    const closed = policy('a/p', '{ podSelector: { matchLabels: { v: x } } }');
    const [result] = ask(together(...pods, db, closed), { to: 'a/r', port: 80 }).results;
    expect(result).toMatchObject({
      verdict: 'mixed',
      allowed: false,
      variants: [{ verdict: 'deny' }, { verdict: 'allow' }],
    });
  });

  it('has the shape the contract promises, and no field beside it', () => {
    const calico = '{ apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: { name: g } }';
    const result = ask({ ...FILES, 'c.yaml': calico }, { port: 80 }, {}, { to: 'nobody' }, { port: 'http' });
    const parsed = schema.safeParse(result);
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(parsed.data).toEqual(result);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe('the operation', () => {
  it('answers its own examples', () => {
    for (const { body } of evaluate.examples) {
      const { files, ...options } = body;
      const analysis = analyse(bundleOf(Object.fromEntries(files.map((f) => [f.path, f.content]))), options);
      const { results } = schema.parse(evaluate.run(analysis, evaluate.input.parse(options)).json());
      expect(results.map((r) => 'error' in r)).not.toContain(true);
    }
  });

  it('refuses a bundle without workloads', () => {
    expect(() => ask(TO_WEB, {})).toThrow(ProblemError);
  });

  it('says its answers to people: a row per question, a row per reason', () => {
    const queries = [
      { from: 'a/db', to: 'a/web', port: 80 },
      { from: 'a/db', to: 'a/web' },
      { from: 'x', to: 'a/web' },
    ];
    const answer = evaluate.run(analysisOf(FILES), evaluate.input.parse({ queries }));
    const [verdicts, reasons] = answer.tables();
    expect(answer.headline()).toBe('pass: 3 questions, 2 allowed');
    expect([...(verdicts?.rows ?? [])]).toEqual([
      ['1', 'a/db', 'a/web', 'TCP 80', 'allow'],
      ['2', 'a/db', 'a/web', 'TCP 1,80', 'allow'],
      ['3', '', '', '', expect.stringContaining('nothing in the bundle is called x')],
    ]);
    expect([...(reasons?.rows ?? [])].map((r) => [r[0], r[1], r[3]])).toContainEqual([
      '1',
      'ingress',
      'policies.yaml:8',
    ]);
    const records = [...answer.records()].map((r) => r.t).filter((t) => t !== 'finding');
    expect(records).toEqual(['result', 'result', 'result', 'summary']);
  });

  it.each([
    [{}],
    [{ queries: [] }],
    [{ from: 'a' }],
    [{ queries: [{ from: 'a' }] }],
    [{ queries: [{ from: '', to: 'b' }] }],
    [{ queries: [{ from: 'a', to: 'b', port: 0 }] }],
    [{ queries: [{ from: 'a', to: 'b', port: 65536 }] }],
    [{ queries: [{ from: 'a', to: 'b', protocol: 'tcp' }] }],
    [{ queries: [{ from: 'a', to: 'b', ports: 80 }] }],
  ])('does not take %j', (input) => {
    expect(evaluate.input.safeParse(input).success).toBe(false);
  });
});
