import { expect, test } from 'vitest';
import { LIMITS } from '../../src/ingest/index.ts';
import { askAnalysis, BUNDLE } from './ask.ts';

const MATRIX = '... on ReachabilityConnection';
const REJECTED = '... on QueryRejected { problem { code limit maximum errors { message } } }';

test('with explain, each pair of the page has the rules that decided', async () => {
  const { body } = await askAnalysis(`reachability(focus: ["b"], external: false, direction: INGRESS, explain: true) {
    ${MATRIX} { nodes { from reasons { direction verdict policy { name line } } } } }`);
  expect(body.reachability.nodes).toHaveLength(1);
  expect(body.reachability.nodes[0].reasons).toContainEqual({
    direction: 'INGRESS',
    verdict: 'ALLOW',
    policy: { name: 'to-b', line: expect.any(Number) },
  });
});

test('without explain there are no reasons', async () => {
  const { body } = await askAnalysis(`reachability(first: 1) { ${MATRIX} { nodes { reasons { text } } } }`);
  expect(body.reachability.nodes).toEqual([{ reasons: null }]);
});

test('a name that means nothing is a finding of the answer', async () => {
  const { body } = await askAnalysis(`reachability(focus: ["nobody"]) { ${MATRIX} { totalCount findings { rule } } }`);
  expect(body.reachability).toEqual({ totalCount: 0, findings: [{ rule: 'REQ001' }] });
});

test('what is unknown is told as over REST', async () => {
  const content =
    BUNDLE.files[1]?.content.replace(/podSelector: \{ matchLabels: \{ app: a.*/, 'ipBlock: { cidr: 10.0.0.0/8 } }]') ??
    '';
  const bundle = { files: [BUNDLE.files[0], { path: 'policy.yaml', content }] };
  const { body } = await askAnalysis(`reachability { ${MATRIX} { findings { rule file line } } }`, bundle);
  expect(body.reachability.findings).toEqual([{ rule: 'NET041', file: 'policy.yaml', line: expect.any(Number) }]);
});

/** Workloads that each have a policy of their own: as many classes. */
function manyPods(count: number): object {
  const documents = Array.from(
    { length: count },
    (_, i) => `{ apiVersion: v1, kind: Pod, metadata: { name: p${i} }, spec: { containers: [] } }`,
  );
  return { files: [{ path: 'many.yaml', content: documents.join('\n---\n') }] };
}

test('a spent budget is data, and the rest is answered', async () => {
  const { body } = await askAnalysis(
    `workloads(first: 0) { totalCount } reachability(first: 1) { ${REJECTED} }`,
    manyPods(510),
  );
  expect(body.workloads.totalCount).toBe(510);
  expect(body.reachability.problem).toMatchObject({
    code: 'limit-exceeded',
    limit: 'connections',
    maximum: LIMITS.connections.value,
  });
});

test.each(['connection: "tcp/99999"', 'first: -1', 'after: "nonsense"'])('%s is rejected as data', async (asked) => {
  const { body } = await askAnalysis(`reachability(${asked}) { ${REJECTED} }`);
  expect(body.reachability.problem.code).toBe('invalid-options');
});
