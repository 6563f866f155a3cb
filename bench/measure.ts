/** Everything that is measured, in the order it is measured in; what is wanted of it is chosen by name. */

import { CASES, type Case, podCase } from './cases.ts';
import { changedVersion } from './harness/changed-version.ts';
import { SMALL_MEMORY } from './harness/child.ts';
import { type Input, inputFile } from './harness/inputs.ts';
import { runSeries, type Series } from './harness/series.ts';

export interface Settings {
  readonly program: string;
  readonly folder: string;
  readonly runs: number;
  readonly quick: boolean;
  /** Names of cases; all where it is empty. */
  readonly only: readonly string[];
  readonly say: (line: string) => void;
}

export interface ClusterResult {
  readonly name: string;
  readonly workloads: number;
  readonly input: Input;
  readonly stages: Series<'stages'>;
  readonly warm: Series<'warm'> | undefined;
  readonly upload: Series<'upload'>;
}

export interface MemoryResult {
  readonly name: string;
  readonly memory: Series<'memory'>;
}

export interface Results {
  readonly clusters: readonly ClusterResult[];
  /** An uploaded YAML stream of the largest cluster. */
  readonly yaml: (Series<'upload'> & { readonly input: Input }) | undefined;
  readonly cell: Series<'cell'> | undefined;
  readonly diff: Series<'diff'> | undefined;
  readonly naive: Series<'naive'> | undefined;
  readonly dense: Series<'dense'> | undefined;
  readonly memory: readonly MemoryResult[];
  /** Bytes of a process that has loaded the program and done nothing, without and with little memory. */
  readonly emptyResident: { readonly plain: number; readonly small: number };
}

const LARGEST = 'm10k';
/** The forms of the largest cluster that have to fit into an isolate. */
const IN_AN_ISOLATE = ['m10k', 'm10kA', 'p10k'] as const;

export function measureAll(settings: Settings): Results {
  const { program, folder, runs, quick, only } = settings;
  const isWanted = (name: string, slow = false) => (only.length > 0 ? only.includes(name) : !(quick && slow));
  const one = <T>(name: string, slow: boolean, measure: () => T): T | undefined => {
    if (!isWanted(name, slow)) return undefined;
    settings.say(name);
    return measure();
  };
  const file = (c: Case, format: 'ndjson' | 'yaml' = 'ndjson') =>
    inputFile(folder, { name: c.name, options: c.options, seed: '1', format });
  const largest = () => file(caseCalled(LARGEST)).path;
  const clusters = CASES.flatMap((c) => one(c.name, c.slow === true, () => measureCluster(c, file(c), settings)) ?? []);
  const yaml = one('yaml', true, () => {
    const input = file(caseCalled(LARGEST), 'yaml');
    return { input, ...runSeries(program, { mode: 'upload', files: [input.path] }, runs) };
  });
  const cell = one('cell', true, () => runSeries(program, { mode: 'cell', files: [largest()] }, runs));
  const diff = one('diff', true, () => {
    const before = largest();
    return runSeries(program, { mode: 'diff', files: [before, changedVersion(before)] }, runs);
  });
  const naive = one('naive', false, () =>
    runSeries(program, { mode: 'naive', files: [file(podCase('m1k')).path] }, runs),
  );
  const dense = one('dense', false, () =>
    runSeries(program, { mode: 'dense', files: [file(podCase('m300')).path] }, Math.min(runs, 3)),
  );
  const memory = IN_AN_ISOLATE.flatMap((name) => {
    const child = () => ({ mode: 'memory', files: [file(caseCalled(name)).path], flags: SMALL_MEMORY }) as const;
    return one(`memory-${name}`, true, () => ({ name, memory: runSeries(program, child(), Math.min(runs, 3)) })) ?? [];
  });
  const resident = (flags: readonly string[]) =>
    runSeries(program, { mode: 'empty', files: [], flags }, 1).reports[0]?.peakResident ?? 0;
  const emptyResident = { plain: resident([]), small: resident(SMALL_MEMORY) };
  return { clusters, yaml, cell, diff, naive, dense, memory, emptyResident };
}

function caseCalled(name: string): Case {
  const found = CASES.find((c) => c.name === name);
  if (!found) throw new Error(`no such case: ${name}`);
  return found;
}

function measureCluster(c: Case, input: Input, { program, runs, quick, say }: Settings): ClusterResult {
  const files = [input.path];
  const stages = runSeries(program, { mode: 'stages', files }, runs);
  const isOverBudget = stages.reports[0]?.ms.rows === undefined;
  const warm = quick || isOverBudget ? undefined : runSeries(program, { mode: 'warm', files }, 1);
  const upload = runSeries(program, { mode: 'upload', files: [input.path] }, Math.min(runs, 3));
  say(
    `  ${stages.failure ?? stages.reports.map((r) => `${Math.round((r.ms.compile ?? 0) + (r.ms.rows ?? 0))} ms`).join(', ')}`,
  );
  return { name: c.name, workloads: c.options.workloads, input, stages, warm, upload };
}
