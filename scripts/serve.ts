/** `npm run serve`: builds the service for Node, and runs it until it is told to end. */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, PROGRAMS } from './build/bundle.ts';
import { runChild } from './run-child.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(ROOT, 'dist/node');

await bundle(PROGRAMS.server, FOLDER);
runChild({ words: [join(FOLDER, PROGRAMS.server.file)], folder: ROOT });
