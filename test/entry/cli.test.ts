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

beforeAll(() => bundle(PROGRAMS.cli, built));
afterAll(() => rmSync(built, { recursive: true }));

function start(folder: string, words: readonly string[], stdin = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const done = (error: ExecFileException | null, out: string, err: string) =>
      resolve({ code: Number(error?.code ?? 0), out, err });
    execFile(systemNode(), [program, ...words], { cwd: folder }, done).stdin?.end(stdin);
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
    expect(await start('/', ['validate', '--gate', 'error'], compose)).toMatchObject({ code: 1, err: '' });
    expect(await start('/', ['validate', '--gaet', 'error'], compose)).toMatchObject({ code: 2, out: '' });
    expect(await start('/', ['validate', '-s', 'http://127.0.0.1:1'], compose)).toMatchObject({ code: 3, out: '' });
  });
});
