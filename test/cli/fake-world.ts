/** Commands in this process: on a folder of their own, with streams that are kept. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import type { Output, World } from '../../src/cli/world.ts';
import { app } from '../../src/entry/app.ts';
import { OPERATIONS } from '../../src/operations/registry.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Setting {
  /** What is piped in; without it, standard input is a terminal. */
  readonly stdin?: string | Uint8Array;
  /** Which outputs are terminals. */
  readonly terminal?: 'stdout' | 'stderr';
  /** So many writes to standard output are read. */
  readonly reads?: number;
  readonly world?: Partial<World>;
}

/** Writes files into a new folder, and removes it after `use`. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function kept(isTerminal: boolean, reads = Number.POSITIVE_INFINITY): Output & { readonly texts: string[] } {
  const texts: string[] = [];
  return {
    isTerminal,
    texts,
    write: async (text) => texts.push(typeof text === 'string' ? text : new TextDecoder().decode(text)) < reads,
  };
}

function streamOf(input: string | Uint8Array = ''): ReadableStream<Uint8Array> {
  return new Blob([typeof input === 'string' ? input : new Uint8Array(input)]).stream();
}

/** The service of this process, instead of the network. */
export const ownService: typeof fetch = async (input, init) => app.request(new Request(input, init));

export async function run(folder: string, words: readonly string[], setting: Setting = {}): Promise<Ran> {
  const stdout = kept(setting.terminal === 'stdout', setting.reads);
  const stderr = kept(setting.terminal === 'stderr');
  const code = await main(words, {
    version: '1.2.3',
    faults: [],
    operations: OPERATIONS,
    folder,
    environment: {},
    stdin: { isTerminal: setting.stdin === undefined, stream: () => streamOf(setting.stdin) },
    stdout,
    stderr,
    fetch: ownService,
    now: () => 0,
    ...setting.world,
  });
  return { code, out: stdout.texts.join(''), err: stderr.texts.join('') };
}
