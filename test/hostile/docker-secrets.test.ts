/** Values of variables, secrets and labels of Docker uploads are in no answer but `project`, in no error and in no log. */

import { describe, expect, it, vi } from 'vitest';
import { app } from '../../src/entry/app.ts';

const CANARY = 'canary-9b2c';

interface File {
  readonly path: string;
  readonly content: string;
}

/** Every place a value may stand, in files that are whole and in files that are broken. */
const FILES: readonly File[] = [
  {
    path: 'a/compose.yaml',
    content: `services:\n  web:\n    image: x\n    environment: { PASSWORD: ${CANARY}, TOKEN: "\${TOKEN}" }\n    env_file: [secret.env]\n    ports: ["8080:80"]\n  db: { image: x, command: ["run", "--password=${CANARY}"], secrets: [s] }\nsecrets: { s: { environment: S } }\nconfigs: { c: { content: ${CANARY} } }\n`,
  },
  { path: 'a/secret.env', content: `KEY=${CANARY}\nBROKEN="${CANARY}\n` },
  { path: 'b/compose.yaml', content: `services:\n  web:\n    image: x\n    environment: { A: ${CANARY}\n` },
  {
    path: 'c/compose.yaml',
    content: `services: { web: { image: x, environment: [[${CANARY}]], labels: { a: [${CANARY}] } } }\n`,
  },
  {
    path: 'd/compose.yaml',
    content: `services: { web: { image: "\${IMAGE?\${TOKEN}}", environment: { A: "\${B!${CANARY}}" } } }\n`,
  },
  { path: 'e/.env', content: `X=${CANARY}\nY='${CANARY}\n` },
  { path: 'e/compose.yaml', content: `services: { web: { image: "x:\${X}", environment: { A: "\${X}" } } }\n` },
  {
    path: 'run.sh',
    content: `PASSWORD=${CANARY}\ndocker run -d --name one -e PASSWORD=${CANARY} -e OTHER="$PASSWORD" nginx --key ${CANARY}\ndocker run --env '${CANARY} x\ndocker run -e A=${CANARY} -p x:y:z nginx\n`,
  },
  {
    path: 'inspect.json',
    content: JSON.stringify([
      {
        Id: 'f'.repeat(64),
        Name: '/seen',
        State: { Running: true },
        Config: { Env: [`PASSWORD=${CANARY}`, { odd: CANARY }], Cmd: [CANARY], Labels: { note: CANARY } },
        HostConfig: { NetworkMode: 'host' },
      },
    ]),
  },
];

async function answer(path: string, files: readonly File[]): Promise<string> {
  const options = { env: { TOKEN: CANARY, S: CANARY } };
  const body = path.startsWith('diff')
    ? { before: { files: [] }, after: { files }, ...options }
    : { files, ...options };
  const headers = { 'content-type': 'application/json' };
  const response = await app.request(`/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(response.status).toBeLessThan(500);
  return response.text();
}

const FORMS = ['json', 'txt', 'csv', 'md', 'ndjson'];
const PATHS = [
  ...['reachability', 'evaluate', 'exposure', 'names', 'diff', 'validate'].flatMap((operation) =>
    FORMS.map((form) => `${operation}?format=${form}`),
  ),
  'reachability?format=dot',
  'reachability?format=svg',
  'reachability?explain=true',
].map((path) => (path.startsWith('evaluate') ? `${path}&from=one&to=@host` : path));

describe('a value of an upload of Docker', () => {
  it.each(PATHS)('is not told by %s, nor logged', async (path) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await answer(path, FILES)).not.toContain(CANARY);
    expect(JSON.stringify(log.mock.calls)).not.toContain(CANARY);
    log.mockRestore();
  });

  it.each(FILES.map((file) => [file.path, file] as const))('is not told of %s alone', async (_path, file) => {
    for (const operation of ['reachability', 'validate']) {
      expect(await answer(operation, [file])).not.toContain(CANARY);
    }
  });

  it('is not told by GraphQL', async () => {
    const query = `query ($files: [FileInput!]!) { analysis(bundle: { files: $files, options: { env: [{ name: "TOKEN", value: "${CANARY}" }] } }) {
      ... on Analysis { findings { nodes { message } } reachability { ... on ReachabilityConnection { nodes { from to ways { by { name } } } } } names { nodes { name } } }
      ... on InputRejected { problems { detail errors { message } } }
    } }`;
    const body = JSON.stringify({ query, variables: { files: FILES } });
    const headers = { 'content-type': 'application/json' };
    const response = await app.request('/graphql', { method: 'POST', headers, body });
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain(CANARY);
  });
});
