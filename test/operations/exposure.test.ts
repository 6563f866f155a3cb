import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { exposure, exposureResult } from '../../src/operations/exposure.ts';
import type { ExposureResult } from '../../src/operations/exposure-results.ts';
import { WrittenRecords } from '../../src/render/answer.ts';
import { text } from '../../src/render/text.ts';
import { ProblemError } from '../../src/util/problem.ts';
import { analysisOf } from '../support/bundle.ts';
import { pod, policy, together } from '../support/objects.ts';

const DEFAULTS = { level: 'workload', external: true } as const;

const bundle = together(
  pod('shop/db', { labels: { app: 'db' } }),
  pod('shop/web', { labels: { app: 'web' } }),
  policy(
    'shop/db',
    `
podSelector: { matchLabels: { app: db } }
policyTypes: [Ingress, Egress]
ingress:
  - { from: [{ podSelector: { matchLabels: { role: backup } } }], ports: [{ protocol: TCP, port: 5432 }] }
  - from:
      - namespaceSelector: { matchExpressions: [{ key: env, operator: In, values: [qa, prod] }] }
        podSelector: { matchExpressions: [{ key: tier, operator: Exists }] }
egress:
  - { to: [{ namespaceSelector: {} }], ports: [{ protocol: UDP, port: dns }] }`,
  ),
);

const ask = (analysis: Analysis, options: Partial<Parameters<typeof exposureResult>[1]> = {}): ExposureResult =>
  exposureResult(analysis, { ...DEFAULTS, ...options });

const brief = ({ exposure: rows }: ExposureResult) => rows.map((r) => `${r.workload} ${r.direction} ${r.peer.scope}`);

describe('the result', () => {
  test('has the shape of the contract', () => {
    const result = ask(analysisOf(bundle), { focus: 'db' });
    expect(result.exposure).toEqual([
      {
        workload: 'shop/db[Pod]',
        direction: 'egress',
        peer: { scope: 'entire-cluster' },
        allow: {},
        named: [{ protocol: 'UDP', name: 'dns' }],
      },
      {
        workload: 'shop/db[Pod]',
        direction: 'ingress',
        peer: { scope: 'selector', namespaces: 'shop', pods: { matchLabels: { role: 'backup' } } },
        allow: { TCP: '5432' },
      },
      {
        workload: 'shop/db[Pod]',
        direction: 'ingress',
        peer: {
          scope: 'selector',
          namespaces: { matchExpressions: [{ key: 'env', operator: 'In', values: ['prod', 'qa'] }] },
          pods: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] },
        },
        allow: 'all',
      },
    ]);
    expect(result.unprotected).toEqual([]);
    expect(exposure.result.parse(result)).toEqual(result);
  });

  test('is sorted by workload, direction, scope and peer', () => {
    const rows = brief(ask(analysisOf(bundle), { focus: ['web', 'db'] }));
    expect(rows).toEqual([
      'shop/db[Pod] egress entire-cluster',
      'shop/db[Pod] ingress selector',
      'shop/db[Pod] ingress selector',
      'shop/web[Pod] egress entire-cluster',
      'shop/web[Pod] egress external',
      'shop/web[Pod] egress external',
      'shop/web[Pod] ingress entire-cluster',
      'shop/web[Pod] ingress external',
      'shop/web[Pod] ingress external',
    ]);
  });

  test('lists unprotected workloads, but not for a question about one connection', () => {
    const analysis = analysisOf(bundle);
    expect(ask(analysis).unprotected).toEqual([
      { workload: 'shop/web[Pod]', direction: 'egress' },
      { workload: 'shop/web[Pod]', direction: 'ingress' },
    ]);
    expect(ask(analysis, { direction: 'ingress' }).unprotected).toEqual([
      { workload: 'shop/web[Pod]', direction: 'ingress' },
    ]);
    expect(ask(analysis, { connection: 'tcp/80' }).unprotected).toBeUndefined();
  });

  test('comes in pages', () => {
    const analysis = analysisOf(bundle);
    const first = ask(analysis, { limit: 2 });
    const second = ask(analysis, { limit: 100, ...(first.next === undefined ? {} : { cursor: first.next }) });
    expect([...first.exposure, ...second.exposure]).toEqual(ask(analysis).exposure);
    expect(second.next).toBeUndefined();
  });

  test('gives the reason of what is unknown, even where every workload shows its address', () => {
    const shown = together(
      pod('shop/db', { labels: { app: 'db' }, status: { podIP: '10.1.0.1', podIPs: [{ ip: '10.1.0.1' }] } }),
      policy('shop/db', 'podSelector: {}\ningress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }]'),
    );
    const result = ask(analysisOf(shown), { direction: 'ingress', external: false });
    expect(result.exposure.map((r) => [r.peer.scope, r.allow, r.unknown])).toEqual([['entire-cluster', {}, 'all']]);
    expect(result.findings.map((f) => f.rule)).toContain('NET041');
  });

  test('is a problem where no workload is in the bundle', () => {
    expect(() => ask(analysisOf(policy('shop/db', 'podSelector: {}')))).toThrow(ProblemError);
  });
});

describe('for people', () => {
  const read = (options: Record<string, unknown>) =>
    [...text.write(exposure.run(analysisOf(bundle), { ...DEFAULTS, ...options }))].join('');

  test('every row is a sentence', () => {
    const page = read({ external: false });
    expect(
      page.split('\nFindings\n')[0],
    ).toBe(`pass: 2 workloads open to the entire cluster; 1 selected by no policy in some direction

Exposure

  WORKLOAD       DIRECTION  PEER                                      ALLOW
  shop/db[Pod]   egress     entire cluster                            port dns (UDP)
  shop/db[Pod]   ingress    pods role=backup in namespace shop        TCP 5432
  shop/db[Pod]   ingress    pods tier in namespaces env in (prod,qa)  all

  shop/web[Pod]  egress     entire cluster                            all
  shop/web[Pod]  ingress    entire cluster                            all

Selected by no policy

  WORKLOAD       DIRECTIONS
  shop/web[Pod]  egress, ingress
`);
  });

  test('nothing to tell is told', () => {
    expect(read({ focus: 'db', direction: 'egress', connection: 'tcp/1' })).toContain('No workload is open');
  });
});

test('records are the rows, the unprotected workloads, and the summary last', () => {
  const records = [...exposure.run(analysisOf(bundle), { ...DEFAULTS, focus: 'web', external: false }).records()];
  const told = records.flatMap((r) => (r instanceof WrittenRecords || r.t === 'finding' ? [] : [r]));
  expect(told.map((r) => [r.t, r['direction'], r['unprotected'] ?? false])).toEqual([
    ['result', 'egress', false],
    ['result', 'ingress', false],
    ['result', 'egress', true],
    ['result', 'ingress', true],
    ['summary', undefined, false],
  ]);
});

test('the options say what they take, and no others', () => {
  expect(exposure.input.safeParse({ focus: 'db', direction: 'ingress', connection: 'tcp/80' }).success).toBe(true);
  expect(exposure.input.safeParse({ focusPeer: 'db', self: true }).success).toBe(true);
  expect(exposure.input.safeParse({ explain: true }).success).toBe(false);
});
