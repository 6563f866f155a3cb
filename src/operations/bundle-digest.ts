/** The digest that names a bundle, in answers, caches and stores: equal files have one, in whatever form they came. */

import type { Bundle } from '../ingest/index.ts';
import { writeBundle } from '../ingest/index.ts';
import { sha256 } from '../util/sha256.ts';

export interface WrittenBundle {
  readonly digest: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export async function digested(bundle: Bundle): Promise<WrittenBundle> {
  const bytes = writeBundle(bundle);
  return { digest: `sha256:${await sha256(bytes)}`, bytes };
}

export function bundleBytes({ files }: Bundle): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
