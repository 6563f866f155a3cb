/** `npm run build:node`: the programs for Node, into `dist/node`. */

import { fileURLToPath } from 'node:url';
import { bundle, PROGRAMS } from './build/bundle.ts';

const FOLDER = fileURLToPath(new URL('../dist/node', import.meta.url));

for (const program of Object.values(PROGRAMS)) await bundle(program, FOLDER);
