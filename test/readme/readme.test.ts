import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SETTING_NAMES } from '../../src/http/settings.ts';
import { describeSettings } from '../../src/platform/node/configuration.ts';
import { run as runVerb } from '../cli/fake-world.ts';
import { BuiltServer, type ServerProcess } from '../entry/server-process.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const PATIENCE_MS = 120_000;

function section(title: string): string {
  const start = README.indexOf(`\n${title}\n`);
  if (start < 0) throw new Error(`README.md has no section ${title}`);
  return README.slice(start, README.indexOf('\n## ', start + title.length));
}

const blocks = (text: string): string[] => [...text.matchAll(/^```\w*\n(.*?)^```$/gms)].map(([, block = '']) => block);

const folder = mkdtempSync(join(tmpdir(), 'portolan-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
}

/** Runs a line in the folder, where `kustomize` is a stand-in that writes the files of one. */
function shell(line: string, variables: Readonly<Record<string, string>>): Promise<Ended> {
  const env = { ...process.env, ...variables, PATH: `${join(folder, 'bin')}:${process.env['PATH']}` };
  return new Promise((resolve) =>
    execFile('bash', ['-o', 'pipefail', '-c', line], { cwd: folder, env }, (error, out) =>
      resolve({ code: Number(error?.code ?? 0), out }),
    ),
  );
}

function lay(): void {
  const example = join(ROOT, 'examples/online-boutique');
  for (const name of ['k8s', 'old', 'new', 'before', 'after']) mkdirSync(join(folder, name), { recursive: true });
  cpSync(example, join(folder, 'k8s'), { recursive: true });
  const apps = ['namespace', 'services', 'workloads'].map((name) =>
    readFileSync(join(example, `${name}.yaml`), 'utf8'),
  );
  const policies = readFileSync(join(example, 'policies.yaml'), 'utf8');
  const opened = policies
    .split('---\n')
    .filter((text) => !/name: (?:default-deny|redis-cart)$/m.test(text))
    .join('---\n');
  for (const [name, text] of [
    ['old', policies],
    ['before', policies],
    ['new', opened],
    ['after', opened],
  ] as const) {
    writeFileSync(join(folder, name, 'policies.yaml'), text);
    writeFileSync(join(folder, name, 'apps.yaml'), apps.join('---\n'));
  }
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/kustomize'), '#!/bin/sh\nfor f in "$2"/*.yaml; do echo ---; cat "$f"; done\n');
  chmodSync(join(folder, 'bin/kustomize'), 0o755);
}

/** What each line of the section is to come to, by the comment above it. */
const EXPECTED: Readonly<Record<string, { readonly code: number; readonly says: RegExp }>> = {
  'A folder, as an archive': { code: 0, says: /^pass: 12 workloads, 14 policies, 18 connections/ },
  'What a tool writes, by PUT': { code: 0, says: /^\w+: valid; / },
  'Two versions, as a form of files': { code: 0, says: /^\w+: / },
  'A gate that fails the step: something may be reached that could not be before': {
    code: 22,
    says: /gate tripped: added/,
  },
  'SARIF, for a forge that shows findings in the code': { code: 0, says: /^$/ },
};

/** A machine with no more than Node has none: these lines are skipped there, and counted as skipped. */
const hasCurl = spawnSync('curl', ['--version']).status === 0;

describe.skipIf(!hasCurl)('the lines for CI, by curl', () => {
  const built = new BuiltServer();
  let server: ServerProcess;
  beforeAll(async () => {
    lay();
    await built.build();
    server = await built.start();
  }, PATIENCE_MS);
  afterAll(() => built.end());

  const text = blocks(section('### In CI, with curl alone'))[0] ?? '';
  const lines = [...text.matchAll(/^# (.*)\n(.*)$/gm)].map(([, what = '', line = '']) => [what, line] as const);

  test('are those that are run here', () => {
    expect(lines.map(([what]) => what)).toEqual(Object.keys(EXPECTED));
  });

  test.each(lines)('%s', async (what, line) => {
    const { code, out } = await shell(line, { URL: server.origin });
    expect({ code, out }).toEqual({
      code: EXPECTED[what]?.code,
      out: expect.stringMatching(EXPECTED[what]?.says ?? /^$/),
    });
  });

  test('the SARIF file is one, with the paths of the folder', () => {
    const { version, runs } = JSON.parse(readFileSync(join(folder, 'findings.sarif'), 'utf8'));
    expect(version).toBe('2.1.0');
    expect(JSON.stringify(runs[0].results)).toContain('"uri":"k8s/services.yaml"');
  });
});

test('the example of the command line prints what it is said to', async () => {
  const [line = '', output] = blocks(section('## Without a service'));
  const words = line
    .slice(line.indexOf('-- ') + 3)
    .trim()
    .split(' ');
  expect(await runVerb(ROOT, words)).toEqual({ code: 0, out: output, err: '' });
});

test('every setting of the environment is explained', () => {
  for (const name of [...describeSettings().map((setting) => setting.name), ...SETTING_NAMES]) {
    expect(README).toContain(`\`${name}\``);
  }
});
