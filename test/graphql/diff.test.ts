import { describe, expect, test } from 'vitest';
import { ask, BUNDLE } from './ask.ts';

const POLICY = BUNDLE.files[1];
const ALSO_C = {
  files: [
    { path: 'pods.yaml', content: BUNDLE.files[0]?.content ?? '' },
    {
      path: 'policy.yaml',
      content:
        POLICY?.content.replace(/( +)- from: \[/, '$1- from: [{ podSelector: { matchLabels: { app: c } } }, ') ?? '',
    },
  ],
};

async function askDiff(fields: string, sides: { before: object; after: object }, focus = '') {
  const query = `query ($before: BundleInput!, $after: BundleInput!) {
    diff(before: $before, after: $after${focus}) { __typename ... on Diff { ${fields} } ... on InputRejected { problems { code } } }
  }`;
  const { body } = await ask(query, sides);
  return body.errors ?? body.data.diff;
}

describe('a difference', () => {
  test('has typed changes, and the objects that made them with file and line', async () => {
    const diff = await askDiff(
      `verdict complete summary { added removed changed } workloadsAdded workloadsRemoved findings { rule }
       before { policies { totalCount } } after { complete }
       changes { totalCount nodes { from to type before { text } after { text } unknownAfter { text } workload
         because { change kind namespace name side file line rule } } }`,
      { before: BUNDLE, after: ALSO_C },
    );
    expect(diff).toEqual({
      __typename: 'Diff',
      verdict: 'PASS',
      complete: true,
      summary: { added: 1, removed: 0, changed: 0 },
      workloadsAdded: [],
      workloadsRemoved: [],
      findings: [],
      before: { policies: { totalCount: 1 } },
      after: { complete: true },
      changes: {
        totalCount: 1,
        nodes: [
          {
            from: 'shop/c[Pod]',
            to: 'shop/b[Pod]',
            type: 'ADDED',
            before: { text: '' },
            after: { text: 'TCP 80' },
            unknownAfter: null,
            workload: null,
            because: [
              {
                change: 'CHANGED',
                kind: 'NetworkPolicy',
                namespace: 'shop',
                name: 'to-b',
                side: 'AFTER',
                file: 'policy.yaml',
                line: expect.any(Number),
                rule: 0,
              },
            ],
          },
        ],
      },
    });
  });

  test('of nothing and something has the workloads that were added', async () => {
    const fields = 'workloadsAdded workloadsRemoved changes(first: 1) { nodes { type workload } }';
    const diff = await askDiff(fields, { before: { files: [] }, after: BUNDLE });
    expect(diff.workloadsAdded).toEqual(['shop/a[Pod]', 'shop/b[Pod]', 'shop/c[Pod]']);
    expect(diff.changes.nodes).toEqual([{ type: 'ADDED', workload: 'ADDED' }]);
  });

  test('can be asked for changes of one type, in pages', async () => {
    const sides = { before: BUNDLE, after: { files: BUNDLE.files.slice(0, 1) } };
    const fields =
      'summary { added } changes(type: ADDED, first: 1) { totalCount edges { cursor node { because { side file } } } }';
    const { changes, summary } = await askDiff(fields, sides);
    expect(changes.totalCount).toBe(summary.added);
    expect(changes.edges[0].node.because).toContainEqual({ side: 'BEFORE', file: 'policy.yaml' });
    const [{ cursor }] = changes.edges;
    const next = await askDiff(
      `changes(type: ADDED, after: "${cursor}") { totalCount pageInfo { hasPreviousPage } }`,
      sides,
    );
    expect(next.changes.pageInfo.hasPreviousPage).toBe(true);
    const foreign = await askDiff(`changes(type: ADDED, after: "${cursor}") { totalCount }`, {
      ...sides,
      before: ALSO_C,
    });
    expect(foreign).toMatchObject([{ extensions: { code: 'invalid-options' } }]);
  });

  test('says which names of the focus mean nothing', async () => {
    const diff = await askDiff('findings { rule }', { before: BUNDLE, after: BUNDLE }, ', focus: "nobody"');
    expect(diff.findings).toEqual([{ rule: 'REQ001' }]);
  });
});

test.each([
  ['of nothing', { before: { files: [] }, after: { files: [] } }, '', 'empty-bundle'],
  [
    'without a workload',
    { before: { files: [] }, after: { files: [{ path: 'a', content: 'kind: X\napiVersion: v1\n' }] } },
    '',
    'nothing-to-analyse',
  ],
  ['on a connection that is none', { before: BUNDLE, after: BUNDLE }, ', connection: "x"', 'invalid-options'],
])('a difference %s is rejected as data', async (_what, sides, focus, code) => {
  const diff = await askDiff('complete', sides, focus);
  expect(diff).toEqual({ __typename: 'InputRejected', problems: [{ code }] });
});

test('a difference that is too large is rejected as data', async () => {
  const pods = Array.from(
    { length: 510 },
    (_, i) => `{ apiVersion: v1, kind: Pod, metadata: { name: p${i} }, spec: { containers: [] } }`,
  );
  const many = { files: [{ path: 'many.yaml', content: pods.join('\n---\n') }] };
  const diff = await askDiff('complete', { before: { files: [] }, after: many });
  expect(diff).toEqual({ __typename: 'InputRejected', problems: [{ code: 'limit-exceeded' }] });
});
