import { type ExecFileException, execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle, PROGRAMS } from '../../scripts/build/bundle.ts';
import { OPERATIONS } from '../../src/operations/registry.ts';
import { inFolder, type Ran, run } from '../cli/fake-world.ts';
import { exampleFiles, exampleFlags } from '../support/examples.ts';

/** The Node a user has, which is older than the one the tests run in; that one where there is no other. */
function systemNode(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return folders.map((folder) => join(folder, 'node')).find(existsSync) ?? process.execPath;
}

const built = mkdtempSync(join(tmpdir(), 'portolan-cli-'));
const program = join(built, PROGRAMS.cli.file);

/** Ends a build that hangs; a busy machine is slow. */
const PATIENCE_MS = 120_000;

beforeAll(() => bundle(PROGRAMS.cli, built), PATIENCE_MS);
afterAll(() => rmSync(built, { recursive: true }));

interface Given {
  readonly stdin?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

function start(folder: string, words: readonly string[], { stdin = '', environment = {} }: Given = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const done = (error: ExecFileException | null, out: string, err: string) =>
      resolve({ code: Number(error?.code ?? 0), out, err });
    const env = { ...process.env, ...environment };
    execFile(systemNode(), [program, ...words], { cwd: folder, env }, done).stdin?.end(stdin);
  });
}

describe('the bundled program', () => {
  test('is one file', () => {
    expect(readdirSync(built)).toEqual([PROGRAMS.cli.file]);
  });

  test.each(OPERATIONS)('answers $id with the same bytes on the Node of the system', async (operation) => {
    await inFolder(exampleFiles(operation), async (folder) => {
      const paths = operation.takes === 'pair' ? ['before', 'after'] : ['.'];
      const words = [operation.id, ...paths, ...exampleFlags(operation)];
      const { code, out, err } = await start(folder, words);
      expect({ code, out, err }).toEqual(await run(folder, words));
      expect({ code, err }).toEqual({ code: 0, err: '' });
    });
  });

  test('reads standard input and exits as documented', async () => {
    const compose = 'services: { web: { image: nginx, networks: [nowhere] } }\n';
    expect(await start('/', ['validate', '--gate', 'error'], { stdin: compose })).toMatchObject({ code: 1, err: '' });
    expect(await start('/', ['validate', '--gaet', 'error'], { stdin: compose })).toMatchObject({ code: 2, out: '' });
    expect(await start('/', ['validate', '-s', 'http://127.0.0.1:1'], { stdin: compose })).toMatchObject({
      code: 3,
      out: '',
    });
  });

  test('takes limits from the environment, and refuses what is none', async () => {
    const files = ['a', 'b'].map((path) => ({ path, content: 'kind: Pod\n' }));
    const stdin = JSON.stringify({ files });
    const under = (value: string) => start('/', ['validate'], { stdin, environment: { PORTOLAN_LIMIT_FILES: value } });
    expect(await under('1')).toMatchObject({ code: 3, out: '' });
    expect(await under('2')).toMatchObject({ code: 0, err: '' });
    expect(await under('two')).toMatchObject({ code: 2, err: expect.stringContaining('PORTOLAN_LIMIT_FILES: "two"') });
  });
});
