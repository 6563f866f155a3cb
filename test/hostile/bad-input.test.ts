/**
 * What bad input gets: a 4xx problem, or findings with their places beside the answer for everything that is good.
 * Never a 500, never a hang. Each input stands beside one good file, whose answer must not change.
 */

import { describe, expect, it } from 'vitest';
import { app } from '../../src/entry/app.ts';
import { HOSTILE_FILES, type HostileFile } from './hostile-files.ts';

const GOOD = `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
---
apiVersion: v1
kind: Pod
metadata: { name: db, namespace: shop, labels: { app: db } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  podSelector: { matchLabels: { app: db } }
  ingress:
    - from: [{ podSelector: { matchLabels: { app: web } } }]
      ports: [{ port: 5432 }]
`;

interface Report {
  readonly complete: boolean;
  readonly findings: readonly { rule: string; file?: string; line?: number; column?: number }[];
  readonly connections: readonly { from: string; to: string; allow: unknown }[];
}

function form(files: readonly HostileFile[]): FormData {
  const body = new FormData();
  body.append('good', new File([GOOD], 'good.yaml'));
  for (const { name, bytes } of files) body.append('bad', new File([bytes], name));
  return body;
}

async function send(body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return app.request('/v1/reachability?external=false', { method: 'POST', body, headers });
}

/** What is open between the two good pods. */
function goodPairs(report: Report): unknown {
  return report.connections.filter((c) => c.from.startsWith('shop/') && c.to.startsWith('shop/'));
}

const INTACT = [
  { from: 'shop/db[Pod]', to: 'shop/web[Pod]', allow: 'all' },
  { from: 'shop/web[Pod]', to: 'shop/db[Pod]', allow: { TCP: '5432' } },
];

describe('a bad file beside a good one', () => {
  it.each(HOSTILE_FILES)('$title: a finding with its place, and the good file is answered', async (file) => {
    const response = await send(form([file]));
    const report = (await response.json()) as Report;
    expect(response.status).toBe(200);
    expect(goodPairs(report)).toEqual(INTACT);
    const found = report.findings.find((f) => f.file === file.name && f.rule === file.rule);
    expect(found, JSON.stringify(report.findings.slice(0, 3))).toMatchObject({ file: file.name, rule: file.rule });
    if (file.line !== undefined) expect(found?.line).toBe(file.line);
    expect(found?.column).toBeGreaterThanOrEqual(1);
    expect(report.complete).toBe(file.readable === true);
  });
});

describe('labels with the names of object members', () => {
  const pods = ['constructor', 'toString', 'hasOwnProperty'].map(
    (key) => `apiVersion: v1\nkind: Pod\nmetadata: { name: ${key.toLowerCase()}, labels: { ${key}: x } }\n`,
  );
  const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: p }
spec:
  podSelector: { matchLabels: { constructor: x } }
  ingress: [{ from: [{ podSelector: { matchLabels: { toString: x } } }] }]
`;

  it('are labels like any other', async () => {
    const report = (await (await send([...pods, policy].join('---\n'))).json()) as Report;
    const into = report.connections.filter((c) => c.to === 'default/constructor[Pod]').map((c) => c.from);
    expect(into).toEqual(['default/tostring[Pod]']);
  });

  it('and __proto__ is a key that the API refuses, not a prototype', async () => {
    const file = {
      name: 'proto.yaml',
      bytes: pods[0]?.replaceAll('constructor', '__proto__') ?? '',
      title: '',
      rule: '',
    };
    const report = (await (await send(form([file]))).json()) as Report;
    expect(report.findings.map((f) => f.rule)).toContain('SCH008');
    expect(goodPairs(report)).toEqual(INTACT);
  });
});

describe('one bad policy among fifty good files', () => {
  it('costs nothing but itself', async () => {
    const files = Array.from({ length: 50 }, (_, i) => ({
      title: '',
      name: `pod-${i}.yaml`,
      bytes: `apiVersion: v1\nkind: Pod\nmetadata: { name: p${i}, namespace: many }\n`,
      rule: '',
    }));
    const bad = HOSTILE_FILES.filter((f) => f.name === 'cidr.yaml');
    const report = (await (await send(form([...files, ...bad]))).json()) as Report;
    expect(report.findings.map((f) => f.rule)).toEqual(['NET011']);
    expect(report.connections.filter((c) => c.from.startsWith('many/') && c.to.startsWith('many/'))).toHaveLength(
      50 * 49,
    );
    expect(goodPairs(report)).toEqual(INTACT);
  });
});

describe('a body that is bad as a whole', () => {
  const cases: readonly (readonly [string, BodyInit, Record<string, string>, number])[] = [
    ['an empty body', '', {}, 400],
    ['white space', ' \n\t\n', {}, 400],
    ['binary junk', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff]), {}, 400],
    ['only a nest of brackets', '['.repeat(3000), {}, 400],
    [
      'a truncated multipart',
      '--b\r\nContent-Disposition: form-data; name="f"; fi',
      { 'content-type': 'multipart/form-data; boundary=b' },
      400,
    ],
    ['a multipart without a boundary', 'x', { 'content-type': 'multipart/form-data' }, 400],
    ['an envelope that is not JSON', '{"files": [', { 'content-type': 'application/json' }, 400],
    ['an envelope whose files are no list', '{"files": 3}', { 'content-type': 'application/json' }, 400],
    ['an envelope with an unknown option', '{"files": [], "focsu": "x"}', { 'content-type': 'application/json' }, 400],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), { 'content-type': 'image/png' }, 415],
    ['300,000 documents', 'a: 1\n---\n'.repeat(300_000), { 'content-type': 'application/yaml' }, 413],
    ['300,000 empty documents', '---\n'.repeat(300_000), { 'content-type': 'application/yaml' }, 400],
  ];

  it.each(cases)('%s is refused with a problem', async (_title, body, headers, status) => {
    const response = await send(body, headers);
    const problem = (await response.json()) as { type: string; status: number; detail: string };
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.status, problem.detail).toBe(status);
    expect(problem.type).toMatch(/^\/problems\/[a-z-]+$/);
    expect(problem.detail.length).toBeGreaterThan(10);
  });
});
