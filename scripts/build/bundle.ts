/**
 * Programs for the Node of whoever runs them: one ESM file each, with everything in it. Node 20 reads no TypeScript, and
 * a thread that starts from one file is there at once.
 */

import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Program {
  readonly entry: string;
  /** The name of the file it becomes. */
  readonly file: string;
}

export const PROGRAMS = {
  cli: { entry: 'src/entry/cli.ts', file: 'portolan.mjs' },
  server: { entry: 'src/entry/node.ts', file: 'portolan-server.mjs' },
} as const satisfies Readonly<Record<string, Program>>;

/** Writes one program into `folder`, which keeps what else is in it. */
export async function bundle({ entry, file }: Program, folder: string): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      minify: true,
      rolldownOptions: { output: { entryFileNames: file, codeSplitting: false } },
    },
  });
}
