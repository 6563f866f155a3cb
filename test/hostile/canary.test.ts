/**
 * Values that are secret, or may be, in every field that holds such: no operation tells them in any form, and no error,
 * log, job or name of a cache does. What shows the user's own project (`project`, `translate`) is not among them.
 */

import { describe, expect, test } from 'vitest';
import { createService } from '../../src/entry/app.ts';
import { AnalysisCache } from '../../src/operations/analysis-cache.ts';
import { OPERATIONS } from '../../src/operations/registry.ts';
import { memoryParts } from '../../src/platform/memory/parts.ts';
import { formsWith } from '../../src/render/formats.ts';
import { tar } from '../support/pack.ts';

const CANARY = 'canaryq7x';
const ENCODED = btoa(CANARY);

const KUBERNETES = `apiVersion: v1
kind: Secret
metadata: { name: db, namespace: shop }
stringData: { password: ${CANARY} }
data: { token: ${ENCODED} }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { key: ${CANARY} }
binaryData: { blob: ${ENCODED} }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  containers:
    - name: c
      image: nginx
      env: [{ name: PASSWORD, value: ${CANARY} }, { name: "BAD NAME", value: ${CANARY} }]
      livenessProbe: { httpGet: { port: 80, httpHeaders: [{ name: Authorization, value: ${CANARY} }] } }
  initContainers: [{ name: i, image: x, env: [{ name: A, value: ${CANARY} }] }]
---
apiVersion: v1
kind: Secret
metadata: { name: broken }
stringData: { password: "${CANARY}
`;

const COMPOSE = `services:
  web:
    image: nginx
    environment: { PASSWORD: ${CANARY}, "A B": ${CANARY} }
    build: { context: ., args: { TOKEN: ${CANARY} } }
    env_file: [app.env]
    command: ["serve", "\${SECRET}"]
  db:
    image: postgres
    environment: ["POSTGRES_PASSWORD=${CANARY}", "=${CANARY}"]
secrets: { token: { environment: SECRET } }
configs: { plain: { content: "${CANARY}" } }
`;

const SCRIPT = `docker run -d --name web -e PASSWORD=${CANARY} --env "B=${CANARY}" nginx\n`;
const INSPECT = JSON.stringify([
  {
    Id: 'a'.repeat(64),
    Name: '/web',
    Config: { Env: [`PASSWORD=${CANARY}`], Image: 'nginx' },
    NetworkSettings: { Networks: {} },
  },
]);

const FILES = [
  { path: 'k8s.yaml', content: KUBERNETES },
  { path: 'compose.yaml', content: COMPOSE },
  { path: 'app.env', content: `SECRET=${CANARY}\nBROKEN LINE ${CANARY}\n` },
  { path: 'run.sh', content: SCRIPT },
  { path: 'inspect.json', content: INSPECT },
];

const log: string[] = [];
const service = createService({ ...memoryParts({ operations: OPERATIONS }), log: (line) => log.push(line) });

const sides = { before: { files: FILES.slice(0, 1) }, after: { files: FILES } };
const ends = { from: 'shop/web', to: 'shop/web' };

function bodyOf(id: string): object {
  if (id === 'diff') return { ...sides, env: { SECRET: CANARY } };
  return { files: FILES, env: { SECRET: CANARY }, ...(id === 'evaluate' ? { queries: [ends] } : {}) };
}

async function tell(path: string, body: unknown, headers: Record<string, string> = {}): Promise<string> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  const response = await service.request(path, init);
  expect(response.status).toBeLessThan(500);
  return JSON.stringify([...response.headers]) + (await response.text());
}

function expectNothing(text: string): void {
  for (const secret of [CANARY, ENCODED, encodeURIComponent(ENCODED)])
    expect(text + log.join('')).not.toContain(secret);
}

const asked = OPERATIONS.filter(({ id }) => id !== 'project' && id !== 'translate').flatMap((operation) =>
  formsWith(operation.views).map(({ name }) => [operation.id, name] as const),
);

describe('a secret value', () => {
  test.each(asked)('is not told by %s as %s', async (id, form) => {
    expectNothing(await tell(`/v1/${id}?format=${form}`, bodyOf(id)));
  });

  test('is not told by the answer about an archive, a snapshot or a job', async () => {
    const archive = await tar(FILES.map(({ path, content }) => [path, content] as const));
    const response = await service.request('/v1/validate', { method: 'PUT', body: archive });
    expectNothing(await response.text());
    expectNothing(await tell('/v1/snapshots', { files: FILES }));
    expectNothing(await tell('/v1/validate', bodyOf('validate'), { prefer: 'respond-async' }));
  });

  test('is not told by GraphQL, in data or errors', async () => {
    const query = `query ($b: BundleInput!) { analysis(bundle: $b) {
      ... on Analysis { findings(first: 1000) { nodes { message file } } workloads { nodes { id labels { name value } } } names { nodes { name resolvesTo } } }
      ... on InputRejected { problems { detail errors { message } } } } }`;
    const env = [{ name: 'SECRET', value: CANARY }];
    for (const options of [{ env }, { env, model: 'DOCKER' }, { env, nonsense: CANARY }]) {
      expectNothing(await tell('/graphql', { query, variables: { b: { files: FILES, options } } }));
    }
  });

  test('is not told by refusals', async () => {
    expectNothing(await tell('/v1/validate', { files: [{ path: 'a.yaml', content: CANARY, [CANARY]: 1 }] }));
    expectNothing(await tell('/v1/validate', { files: FILES, env: { A: [CANARY] } }));
    expectNothing(await tell('/v1/evaluate', { ...bodyOf('evaluate'), queries: [{ from: 'nobody', to: 'none' }] }));
  });

  test('is in no name of the cache', async () => {
    const names: string[] = [];
    const { give } = AnalysisCache.prototype;
    AnalysisCache.prototype.give = function remember(name, analysis) {
      names.push(name);
      give.call(this, name, analysis);
    };
    try {
      await tell('/v1/names', { ...bodyOf('names'), namespace: 'other' });
    } finally {
      AnalysisCache.prototype.give = give;
    }
    expect(names).toHaveLength(1);
    expectNothing(names.join(''));
  });
});
