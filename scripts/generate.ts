/**
 * `npm run generate`: writes what is derived from other files of the repository; with `--check` it writes nothing and
 * fails with the names of files that are not current.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { about, aboutModule } from './generate/about.ts';
import { bindings } from './generate/bindings.ts';
import { graphqlModule } from './generate/graphql.ts';
import { lossesDocument } from './generate/losses.ts';
import { openApi } from './generate/openapi.ts';
import { rulesDocument } from './generate/rules.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

function current(path: string): string | undefined {
  try {
    return readFileSync(ROOT + path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Makes one file; true when it had to be written, or with `check` would have had to be. */
async function generate(path: string, make: () => string | Promise<string>, check: boolean): Promise<boolean> {
  const text = await make();
  if (text === current(path)) return false;
  if (!check) writeFileSync(ROOT + path, text);
  console.log(`${path} ${check ? 'is not current: run npm run generate' : 'written'}`);
  return true;
}

async function main(check: boolean): Promise<void> {
  const service = about(ROOT);
  const changed = [
    await generate('src/generated/worker-configuration.d.ts', () => bindings(ROOT), check),
    await generate('src/generated/about.ts', () => aboutModule(service), check),
    await generate('src/generated/graphql.ts', () => graphqlModule(`${ROOT}schema/`), check),
    await generate('openapi.yaml', () => openApi(service), check),
    await generate('docs/rules.md', rulesDocument, check),
    await generate('docs/losses.md', lossesDocument, check),
  ];
  if (check && changed.includes(true)) process.exit(1);
}

await main(process.argv.includes('--check'));
