import { describe, expect, test } from 'vitest';
import { ask, askAnalysis, BUNDLE } from './ask.ts';

describe('an analysis', () => {
  test('has workloads, policies and the matrix', async () => {
    const { body } = await askAnalysis(`complete verdict
      workloads { totalCount nodes { id kind labels { name value } ingressIsolated egressIsolated hostNetwork } }
      policies { nodes { kind namespace name file line } }
      reachability(focus: ["b"], external: false, direction: INGRESS) { ... on ReachabilityConnection {
        nodes { from to allow { all text ranges { protocol ports } } unknown { text } } } }`);
    expect(body).toMatchObject({ __typename: 'Analysis', complete: true });
    expect(body.workloads.totalCount).toBe(3);
    expect(body.workloads.nodes[1]).toEqual({
      id: 'shop/b[Pod]',
      kind: 'Pod',
      labels: [{ name: 'app', value: 'b' }],
      ingressIsolated: true,
      egressIsolated: false,
      hostNetwork: false,
    });
    expect(body.policies.nodes).toEqual([
      { kind: 'NetworkPolicy', namespace: 'shop', name: 'to-b', file: 'policy.yaml', line: expect.any(Number) },
    ]);
    expect(body.reachability.nodes).toEqual([
      {
        from: 'shop/a[Pod]',
        to: 'shop/b[Pod]',
        allow: { all: false, text: 'TCP 80', ranges: [{ protocol: 'TCP', ports: '80' }] },
        unknown: null,
      },
    ]);
  });

  test.each([
    ['a number', '{ number: 80 }', 'ALLOW'],
    ['a name', '{ name: "web" }', 'ALLOW'],
    ['another number', '{ number: 81 }', 'DENY'],
  ])('answers one question about a port given as %s', async (_what, port, verdict) => {
    const { body } = await askAnalysis(`path(from: "shop/a", to: "shop/b", port: ${port}) {
      ... on Evaluation { verdict allowed reasons { direction verdict text policy { name file } } } }`);
    expect(body.path).toMatchObject({ verdict, allowed: verdict === 'ALLOW' });
    expect(body.path.reasons.map((reason: { direction: string }) => reason.direction)).toContain('INGRESS');
  });

  test.each([
    ['of a name that is not there', 'from: "shop/nobody", to: "shop/b", port: { number: 80 }', 'unknown-name'],
    ['of a port that is none', 'from: "shop/a", to: "shop/b", port: { number: 65536 }', 'invalid-options'],
  ])('a question %s is rejected as data', async (_what, asked, code) => {
    const { body } = await askAnalysis(`path(${asked}) { ... on QueryRejected { problem { code title detail } } }`);
    expect(body.path.problem).toMatchObject({ code, detail: expect.any(String) });
  });

  test('findings can be asked for by severity', async () => {
    const bundle = { files: [...BUNDLE.files, { path: 'broken.yaml', content: 'a: [\n' }] };
    const fields = 'complete findings(severity: ERROR) { nodes { rule severity file line } }';
    const { body } = await askAnalysis(fields, bundle);
    expect(body.complete).toBe(false);
    expect(body.findings.nodes).toContainEqual({
      rule: 'YML001',
      severity: 'ERROR',
      file: 'broken.yaml',
      line: expect.any(Number),
    });
    const none = await askAnalysis('findings(rule: "YML001", severity: INFO) { totalCount }', bundle);
    expect(none.body.findings.totalCount).toBe(0);
  });
});

describe('a bundle that is refused is data', () => {
  test.each([
    ['without files', { files: [] }, 'empty-bundle'],
    ['with a file without a name', { files: [{ path: '', content: 'x' }] }, 'malformed-body'],
    ['with nothing to analyse', { files: [{ path: 'a', content: 'kind: X\napiVersion: v1\n' }] }, 'nothing-to-analyse'],
    ['with an option that is not valid', { ...BUNDLE, options: { namespace: '' } }, 'invalid-options'],
    ['with a controller that is none', { ...BUNDLE, options: { ingressController: 'x' } }, 'invalid-options'],
  ])('%s', async (_what, bundle, code) => {
    const { status, body } = await askAnalysis('complete', bundle);
    expect(status).toBe(200);
    expect(body).toMatchObject({ __typename: 'InputRejected', problems: [{ code }] });
  });
});

test('options are those of REST', async () => {
  const content = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [] }\n';
  const bundle = { files: [{ path: 'a', content }], options: { namespace: 'other', level: 'POD', ipBlockPods: null } };
  const { body } = await askAnalysis('workloads { nodes { namespace } }', bundle);
  expect(body.workloads.nodes).toEqual([{ namespace: 'other' }]);
});

test('without enforcement no policy has an effect', async () => {
  const open = { ...BUNDLE, options: { enforcement: 'NONE', ingressController: 'shop/a' } };
  const { body } = await askAnalysis(
    'path(from: "shop/c", to: "shop/b") { ... on Evaluation { allow { all } } }',
    open,
  );
  expect(body.path.allow.all).toBe(true);
});

test('limits and version need no bundle', async () => {
  const { body } = await ask('{ version limits { name value unit reason } }');
  expect(body.data.version).toMatch(/^\d+\.\d+\.\d+$/);
  const names = body.data.limits.map((limit: { name: string }) => limit.name);
  expect(names).toEqual(expect.arrayContaining(['requestBytes', 'graphqlTokens']));
});
