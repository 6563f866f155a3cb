/** What is sent: the example of the repository as an envelope, the same every time or another bundle every time. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../examples/online-boutique', import.meta.url));

export interface Bodies {
  /** Its analysis is kept from one request to the next. */
  readonly same: string;
  /** A comment differs, so that everything is computed anew. */
  readonly other: string;
}

export function writeBodies(folder: string): Bodies {
  const files = readdirSync(FOLDER).map((path) => ({ path, content: readFileSync(join(FOLDER, path), 'utf8') }));
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  return {
    same: write('same.json', JSON.stringify({ files })),
    other: write('other.json', JSON.stringify({ files: [...files, { path: 'id.yaml', content: '# [<id>]\n' }] })),
  };
}
