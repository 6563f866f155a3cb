/**
 * `npm run conformance -- FOLDER [arguments]`: runs a conformance corpus against a server that is already running.
 * The corpus is no part of this repository; FOLDER holds it (`corpus/`) together with its runner, which gets every
 * further argument, `--base http://127.0.0.1:8787` among them, and decides the exit code.
 */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '', ...args] = process.argv.slice(2);
const runner = join(folder, 'tools', 'conformance.mjs');

if (folder === '' || folder.startsWith('-') || !existsSync(runner)) {
  console.error(
    'usage: npm run conformance -- <folder> [--base URL] [more arguments of the runner]\n\n' +
      'Start the server first (npm start). <folder> holds corpus/ and tools/conformance.mjs' +
      (folder === '' || folder.startsWith('-') ? '.' : `; there is no ${runner}.`),
  );
  process.exit(2);
}
process.exit(spawnSync(process.execPath, [runner, ...args], { stdio: 'inherit' }).status ?? 1);
