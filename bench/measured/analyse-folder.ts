/** A folder of manifests as one upload, and the streamed answer on standard output: what the peer's `list` does. */

import { readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { app } from '../../src/entry/app.ts';

export async function analyseFolder(folder: string): Promise<void> {
  const form = new FormData();
  for (const name of readdirSync(folder).sort())
    form.append('files', new File([readFileSync(join(folder, name))], name));
  const url = 'http://portolan/v1/reachability?format=ndjson&ipBlockPods=ignore';
  const response = await app.fetch(new Request(url, { method: 'POST', body: form }));
  if (response.status !== 200) throw new Error(await response.text());
  for await (const chunk of response.body ?? []) writeAll(chunk);
}

/** A pipe may take less than all. */
function writeAll(bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) from += writeSync(1, bytes, from);
}
