/** The files of this repository as the rules of the house see them: paths from its root with `/`, and their texts. */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface SourceFile {
  /** From the repository's root, such as `src/util/problem.ts`. */
  readonly path: string;
  readonly text: string;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Made by tools and ignored by git. */
const NOT_OURS: ReadonlySet<string> = new Set(['node_modules', '.git', '.wrangler', 'dist', 'coverage', '.dev.vars']);

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(ROOT + folder, { withFileTypes: true })) {
    if (NOT_OURS.has(entry.name)) continue;
    if (entry.isDirectory()) yield* walk(`${folder}${entry.name}/`);
    else if (entry.isFile()) yield folder + entry.name;
  }
}

/** Every text file of the repository, sorted by path; files with a NUL byte are no text. */
export function repositoryFiles(): SourceFile[] {
  return [...walk('')]
    .sort()
    .map((path) => ({ path, text: readFileSync(ROOT + path, 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
}
