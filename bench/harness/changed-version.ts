/** A second version of a cluster in which one NetworkPolicy admits another port. */

import { readFileSync, writeFileSync } from 'node:fs';

const PORT = /"port":8080\b/;

/** Writes it beside the first; gives its path. */
export function changedVersion(path: string): string {
  const lines = readFileSync(path, 'utf8').split('\n');
  const at = lines.findIndex((line) => line.includes('"kind":"NetworkPolicy"') && PORT.test(line));
  if (at < 0) throw new Error('no policy of the cluster names port 8080');
  const changed = lines.with(at, (lines[at] ?? '').replace(PORT, '"port":8099'));
  const target = path.replace(/\.ndjson$/, '.changed.ndjson');
  writeFileSync(target, changed.join('\n'));
  return target;
}
