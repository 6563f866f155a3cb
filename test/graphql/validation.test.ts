import { expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';
import { ask, BUNDLE } from './ask.ts';

const FLAWED = {
  files: [
    ...BUNDLE.files,
    {
      path: 'bad.yaml',
      content: 'apiVersion: v1\nkind: Service\nmetadata: { name: x }\nspec: { ports: [{ port: "80" }] }\n',
    },
  ],
};
const FIELDS = 'rule severity message file line column path help fingerprint';
const QUERY = `query ($bundle: BundleInput!, $only: [String!], $rules: [RuleLevelInput!], $first: Int, $after: String) {
  validation(bundle: $bundle, only: $only, rules: $rules) {
    __typename
    ... on Validation { valid verdict summary { error warning info files resources } findings(first: $first, after: $after) { totalCount nodes { ${FIELDS} } pageInfo { endCursor hasNextPage } } }
    ... on InputRejected { problems { code } }
  }
}`;

const asked = async (variables: object) => (await ask(QUERY, variables)).body.data.validation;

async function overRest() {
  const headers = { 'content-type': 'application/json' };
  const response = await app.request('/v1/validate', { method: 'POST', headers, body: JSON.stringify(FLAWED) });
  // biome-ignore lint/suspicious/noExplicitAny: it is compared as a whole
  return (await response.json()) as any;
}

test('a validation says what it says over REST', async () => {
  const [graph, rest] = [await asked({ bundle: FLAWED, first: 1000 }), await overRest()];
  expect([graph.valid, graph.verdict.toLowerCase(), graph.findings.totalCount]).toEqual([
    rest.valid,
    rest.verdict,
    rest.findings.length,
  ]);
  const names = FIELDS.split(' ');
  const pick = (finding: Record<string, unknown>) => names.map((name) => String(finding[name] ?? '').toLowerCase());
  expect(graph.findings.nodes.map(pick)).toEqual(rest.findings.map(pick));
  expect(graph.summary).toEqual({ ...graph.summary, error: rest.summary.error, files: rest.summary.files });
});

test('its findings come in pages', async () => {
  const { findings } = await asked({ bundle: FLAWED, first: 1 });
  expect(findings.pageInfo.hasNextPage).toBe(true);
  const next = await asked({ bundle: FLAWED, first: 1, after: findings.pageInfo.endCursor });
  expect(next.findings.nodes[0]).not.toEqual(findings.nodes[0]);
});

test('rules can be chosen and judged', async () => {
  const [{ rule }] = (await asked({ bundle: FLAWED })).findings.nodes;
  const chosen = await asked({ bundle: FLAWED, only: [rule] });
  expect(new Set(chosen.findings.nodes.map((node: { rule: string }) => node.rule))).toEqual(new Set([rule]));
  const off = await asked({ bundle: FLAWED, rules: [{ rule, level: 'OFF' }] });
  expect(off.findings.nodes.map((node: { rule: string }) => node.rule)).not.toContain(rule);
});

test('a bundle that is refused is an answer', async () => {
  expect(await asked({ bundle: { files: [] } })).toEqual({
    __typename: 'InputRejected',
    problems: [{ code: 'empty-bundle' }],
  });
});
