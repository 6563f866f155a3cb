/** kube-score and `validate` on the same manifests: what both find, what one of them does, and the time of each. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { app } from '../../src/entry/app.ts';
import { table, times } from '../harness/table.ts';
import { buildPeer } from '../peers/build-peer.ts';
import { COUNTERPARTS } from './checks.ts';
import { KUBE_SCORE, scoreFiles } from './kube-score.ts';

interface Tally {
  both: number;
  readonly onlyTheirs: string[];
  readonly onlyOurs: string[];
}

/** Sets of manifests: each folder of a folder, all of its YAML together. The table as Markdown. */
export async function compareLinters(folder: string, scratch: string, compiler: string): Promise<string> {
  console.error(`building kube-score ${KUBE_SCORE.version} with ${compiler}`);
  const program = buildPeer(KUBE_SCORE, scratch);
  const tallies = new Map(Object.keys(COUNTERPARTS).map((id): [string, Tally] => [id, emptyTally()]));
  const seconds = { theirs: 0, ours: 0 };
  let refused = 0;
  const sets = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());
  for (const name of sets) {
    const files = manifestsBelow(join(folder, name));
    if (files.length === 0) continue;
    const [cpu, scored] = scoreFiles(program, files, join(scratch, 'kube-score.json'));
    const begin = process.cpuUsage();
    const found = await validate(folder, files);
    const { user, system } = process.cpuUsage(begin);
    seconds.ours += (user + system) / 1e6;
    seconds.theirs += cpu;
    if (!scored) {
      refused += 1;
      continue;
    }
    for (const [id, tally] of tallies) {
      const theirs = new Set(scored.filter(({ checks }) => checks.includes(id)).map(({ object }) => object));
      count(tally, name, theirs, objectsOf(found, COUNTERPARTS[id]?.rules ?? []));
    }
  }
  const facts = `${sets.length} sets of manifests; kube-score ${KUBE_SCORE.version} (built with ${compiler}) reads ${sets.length - refused} of them, and gives up on the others for one file that it cannot read. It took ${seconds.theirs.toFixed(1)} s of CPU in a process for each set, ours ${seconds.ours.toFixed(1)} s in one process, all rules on (${times(seconds.theirs / seconds.ours)}).`;
  return [facts, resultTable(tallies)].join('\n\n');
}

function emptyTally(): Tally {
  return { both: 0, onlyTheirs: [], onlyOurs: [] };
}

function manifestsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

interface Found {
  readonly rule: string;
  readonly resource?: { readonly kind: string; readonly namespace?: string; readonly name?: string };
}

async function validate(folder: string, paths: readonly string[]): Promise<readonly Found[]> {
  const files = paths.map((path) => ({ path: relative(folder, path), content: readFileSync(path, 'utf8') }));
  const response = await app.request('/v1/validate', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ files, completeness: 'complete', model: 'kubernetes' }),
  });
  const { findings }: { readonly findings: readonly Found[] } = await response.json();
  return findings;
}

function objectsOf(found: readonly Found[], rules: readonly string[]): Set<string> {
  return new Set(
    found.flatMap(({ rule, resource }) =>
      resource && rules.includes(rule) ? [`${resource.kind} ${resource.namespace ?? 'default'}/${resource.name}`] : [],
    ),
  );
}

function count(tally: Tally, set: string, theirs: ReadonlySet<string>, ours: ReadonlySet<string>): void {
  for (const object of theirs) {
    if (ours.has(object)) tally.both += 1;
    else tally.onlyTheirs.push(`${set}: ${object}`);
  }
  for (const object of ours) if (!theirs.has(object)) tally.onlyOurs.push(`${set}: ${object}`);
}

function resultTable(tallies: ReadonlyMap<string, Tally>): string {
  const rows = [...tallies].map(([id, { both, onlyTheirs, onlyOurs }]) => {
    const { rules = [], theirs = '' } = COUNTERPARTS[id] ?? {};
    const why = onlyTheirs.length > 0 ? theirs : '';
    return [id, rules.join(', '), `${both}`, `${onlyTheirs.length}`, `${onlyOurs.length}`, why];
  });
  return table(['check', 'our rules', 'both', 'only theirs', 'only ours', 'why only theirs'], rows);
}
