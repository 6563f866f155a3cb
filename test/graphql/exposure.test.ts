import { expect, test } from 'vitest';
import { askAnalysis, BUNDLE } from './ask.ts';

const CONNECTION = '... on ExposureConnection';
const REJECTED = '... on QueryRejected { problem { code detail } }';

test('rows say who is at the other end, and unprotected what no policy selects', async () => {
  const { body } = await askAnalysis(`exposure(focus: ["shop/b"], direction: INGRESS) { ${CONNECTION} {
    totalCount findings { rule } nodes { workload direction allow { text } named { name protocol }
      peer { scope address text selector { namespace pods { text } } } }
    unprotected { totalCount } } }`);
  // A workload of the bundle meets the only selector of the policy, so that the matrix shows it.
  expect(body.exposure).toEqual({ totalCount: 0, findings: [], nodes: [], unprotected: { totalCount: 0 } });

  const other = await askAnalysis(`exposure(focus: "shop/a", direction: INGRESS) { ${CONNECTION} {
    nodes { peer { scope address text selector { text } } allow { all } } unprotected { nodes { workload direction } } } }`);
  expect(other.body.exposure.nodes[0]).toEqual({
    peer: { scope: 'ENTIRE_CLUSTER', address: null, text: 'entire cluster', selector: null },
    allow: { all: true },
  });
  expect(other.body.exposure.unprotected.nodes).toEqual([{ workload: 'shop/a[Pod]', direction: 'INGRESS' }]);
});

test('a row for a selector has it as a LabelSelector', async () => {
  const content = BUNDLE.files[1]?.content.replace('app: a }', 'app: elsewhere }') ?? '';
  const bundle = { files: [BUNDLE.files[0], { path: 'policy.yaml', content }] };
  const { body } = await askAnalysis(
    `exposure(direction: INGRESS, focus: "b") { ${CONNECTION} { nodes { allow { text } peer {
      scope text selector { namespace over pods { text matchLabels { name value } } } } } } }`,
    bundle,
  );
  expect(body.exposure.nodes).toEqual([
    {
      allow: { text: 'TCP 80' },
      peer: {
        scope: 'SELECTOR',
        text: 'pods app=elsewhere in namespace shop',
        selector: {
          namespace: 'shop',
          over: 'PODS',
          pods: { text: 'app=elsewhere', matchLabels: [{ name: 'app', value: 'elsewhere' }] },
        },
      },
    },
  ]);
});

test('with a connection nothing is said of what is unprotected', async () => {
  const { body } = await askAnalysis(`exposure(connection: "tcp/80") { ${CONNECTION} { unprotected { totalCount } } }`);
  expect(body.exposure.unprotected).toBeNull();
});

test('pages of what is unprotected lead on', async () => {
  const page = async (after: string) => {
    const { body } = await askAnalysis(`exposure { ${CONNECTION} { unprotected(first: 2${after}) {
      nodes { workload direction } pageInfo { endCursor hasNextPage } } } }`);
    return body.exposure.unprotected;
  };
  const first = await page('');
  const second = await page(`, after: "${first.pageInfo.endCursor}"`);
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect(first.nodes).toHaveLength(2);
  expect(second.nodes[0]).not.toEqual(first.nodes[1]);
});

test('an argument that makes no sense is rejected as data', async () => {
  const { body } = await askAnalysis(`exposure(connection: "http") { ${REJECTED} }`);
  expect(body.exposure.problem.code).toBe('invalid-options');
});
