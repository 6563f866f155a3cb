/** Where generated inputs and builds lie: a temporary folder that is deleted at the end, or one that is named and kept. */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Scratch {
  readonly folder: string;
  /** Deletes the folder where it is not to be kept. */
  close(): void;
}

export function openScratch(kept: string | undefined): Scratch {
  if (kept !== undefined) {
    mkdirSync(kept, { recursive: true });
    return { folder: resolve(kept), close: () => {} };
  }
  const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'));
  return { folder, close: () => rmSync(folder, { recursive: true, force: true }) };
}
