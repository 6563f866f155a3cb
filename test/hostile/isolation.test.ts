/**
 * Requests share nothing but caches named by digests: all operations at once, each on a bundle of its own, a thousand
 * times. Each answer holds its own names, no other's, and is otherwise the answer that it always is.
 */

import { expect, test } from 'vitest';
import { createService } from '../../src/entry/app.ts';
import { OPERATIONS } from '../../src/operations/registry.ts';
import { memoryParts } from '../../src/platform/memory/parts.ts';

const TURNS = 1_000;
const FORMS = ['json', 'txt', 'csv', 'md', 'ndjson'] as const;

const service = createService(memoryParts({ operations: OPERATIONS }));

/** Every name of the bundle holds the token, which is always as long. */
function manifests(token: string): string {
  const pod = (name: string) => `apiVersion: v1
kind: Pod
metadata: { name: ${name}-${token}, namespace: ns-${token}, labels: { app: ${name}-${token} } }
spec: { containers: [{ name: c, image: x, ports: [{ containerPort: 8080 }] }] }
`;
  const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: p-${token}, namespace: ns-${token} }
spec:
  podSelector: { matchLabels: { app: b-${token} } }
  ingress: [{ from: [{ podSelector: { matchLabels: { app: a-${token} } } }], ports: [{ port: 8080 }] }]
`;
  return [pod('a'), pod('b'), policy].join('---\n');
}

const compose = (token: string): string =>
  `services:\n  web-${token}: { image: x, networks: [n-${token}] }\nnetworks: { n-${token}: {} }\n`;

/** The body of an operation's request about the bundle of a token. */
function bodyOf(id: string, token: string): object {
  const files = [{ path: `${token}.yaml`, content: manifests(token) }];
  const after = [
    ...files,
    { path: 'more.yaml', content: manifests(token).split('---\n')[0]?.replace('name: a', 'name: c') },
  ];
  if (id === 'project' || id === 'translate') return { files: [{ path: 'compose.yaml', content: compose(token) }] };
  if (id === 'diff') return { before: { files }, after: { files: after } };
  const ends = { from: `ns-${token}/a-${token}`, to: `ns-${token}/b-${token}`, port: 8080 };
  return id === 'evaluate' ? { files, queries: [ends] } : { files };
}

async function ask(id: string, form: string, token: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(bodyOf(id, token));
  const response = await service.request(`/v1/${id}?format=${form}`, { method: 'POST', headers, body });
  return `${response.status} ${await response.text()}`;
}

async function askGraph(token: string): Promise<string> {
  const query =
    'query ($b: BundleInput!) { analysis(bundle: $b) { ... on Analysis { reachability(external: false) { ... on ReachabilityConnection { nodes { from to } } } } } }';
  const body = JSON.stringify({ query, variables: { b: bodyOf('names', token) } });
  const headers = { 'content-type': 'application/json' };
  const response = await service.request('/graphql', { method: 'POST', headers, body });
  return `${response.status} ${await response.text()}`;
}

const IDS = OPERATIONS.map(({ id }) => id);
const tokenOf = (turn: number, index: number): string =>
  `t${String(turn).padStart(4, '0')}${String(index).padStart(2, '0')}`;
/** The same answer about the bundle of the model; fingerprints are made of names. */
function renamed(answer: string, token: string): string {
  return answer.replaceAll(token, MODEL_TOKEN).replace(/"fingerprint":"[^"]*"/g, '');
}

/** As long as every other, and of no turn. */
const MODEL_TOKEN = 't999999';

test('a thousand times all operations at once mix nothing up', async () => {
  const graph = await askGraph(MODEL_TOKEN);
  const models = new Map<string, string>();
  for (const id of IDS) {
    for (const form of FORMS) {
      const model = await ask(id, form, MODEL_TOKEN);
      expect(model.slice(0, 4), `${id} ${form}: ${model.slice(0, 200)}`).toBe('200 ');
      models.set(`${id} ${form}`, renamed(model, MODEL_TOKEN));
    }
  }
  let mixed = 0;
  const check = (answer: string, model: string | undefined, token: string) => {
    if (renamed(answer, token) !== model) mixed += 1;
  };
  for (let turn = 0; turn < TURNS; turn++) {
    const form = FORMS[turn % FORMS.length] ?? 'json';
    const asked = IDS.map(async (id, index) => {
      const token = tokenOf(turn, index);
      check(await ask(id, form, token), models.get(`${id} ${form}`), token);
    });
    const token = tokenOf(turn, 99);
    await Promise.all([...asked, askGraph(token).then((answer) => check(answer, graph, token))]);
  }
  expect(mixed).toBe(0);
});

test('a stream that is read slowly is not changed by requests about the same bundle', async () => {
  const token = 't888888';
  const whole = await ask('reachability', 'ndjson', token);
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask('reachability', 'ndjson', token)));
  expect(new Set(answers)).toEqual(new Set([whole]));
});
