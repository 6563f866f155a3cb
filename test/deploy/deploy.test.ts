import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { PROGRAMS } from '../../scripts/build/bundle.ts';
import { app } from '../../src/entry/app.ts';
import { readSettings, SETTING_NAMES } from '../../src/http/settings.ts';
import { readConfiguration } from '../../src/platform/node/configuration.ts';

const FOLDER = 'deploy/kubernetes/';
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const files = readdirSync(new URL(`../../${FOLDER}`, import.meta.url)).map((name) => ({
  path: FOLDER + name,
  content: read(FOLDER + name),
}));

async function ask<T>(path: string): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const response = await app.request(path, { method: 'POST', headers, body: JSON.stringify({ files }) });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

interface Container {
  readonly env: readonly { readonly name: string; readonly value?: string }[];
  readonly ports: readonly { readonly containerPort: number }[];
}

const container = files
  .flatMap(({ content }) => loadAll(content))
  .map((object) => object as { kind: string; spec?: { template?: { spec: { containers: Container[] } } } })
  .find(({ kind }) => kind === 'Deployment')?.spec?.template?.spec.containers[0];

describe('the manifests of the service', () => {
  test('pass its own validation without a finding', async () => {
    expect(await ask('/v1/validate?gate=warning')).toMatchObject({ verdict: 'pass', valid: true, findings: [] });
  });

  test('let in pods of namespaces that are clients, and nobody else', async () => {
    const { exposure } = await ask<{ exposure: { direction: string; peer: object; allow: object }[] }>('/v1/exposure');
    const open = exposure.filter(({ allow }) => JSON.stringify(allow) !== '{}');
    expect(open).toEqual([
      expect.objectContaining({
        direction: 'ingress',
        peer: expect.objectContaining({ namespaces: { matchLabels: { 'portolan.dev/client': 'true' } } }),
        allow: { TCP: '8787' },
      }),
    ]);
    const { connections } = await ask<{ connections: unknown[] }>('/v1/reachability');
    expect(connections).toEqual([]);
  });

  test('set what the service reads', () => {
    const entries = container?.env.map(({ name, value = 'ci:'.padEnd(67, '0') }) => [name, value] as const) ?? [];
    const environment = Object.fromEntries(entries);
    expect(readConfiguration(environment, SETTING_NAMES).settings).toMatchObject({ THREADS: 2, DRAIN_SECONDS: 25 });
    expect(readSettings(environment, fetch).gatekeeper).toBeDefined();
  });
});

describe('the image', () => {
  const lines = read('deploy/Dockerfile').split('\n');

  test('is made of files there are, and of the program as it is built', () => {
    const copied = lines
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(' ').slice(1, -1));
    for (const path of copied) expect(existsSync(new URL(`../../${path}`, import.meta.url))).toBe(true);
    expect(lines.join('\n')).toContain(`/dist/node/${PROGRAMS.server.file} `);
    expect(lines.join('\n')).toContain(`CMD ["node", "${PROGRAMS.server.file}"]`);
  });

  test('runs as a user without rights and listens where the manifests look', () => {
    expect(lines).toContain('USER node');
    expect(lines.join('\n')).toContain(`PORTOLAN_LISTEN=0.0.0.0:${container?.ports[0]?.containerPort}`);
  });
});
