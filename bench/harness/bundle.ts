/**
 * The measured programs as one file of plain JavaScript, as a Worker is deployed: a cold process then spends its time
 * on the analysis, and not on finding modules and taking types out of them.
 */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ENTRY = fileURLToPath(new URL('../measured/main.ts', import.meta.url));

/** Bundles into a folder; gives the path of the file. */
export async function bundleMeasured(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: ENTRY,
      outDir: join(folder, 'measured'),
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'main.mjs', codeSplitting: false } },
    },
  });
  return join(folder, 'measured', 'main.mjs');
}
