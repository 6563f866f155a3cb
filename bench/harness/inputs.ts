/** Clusters from the generator, written once per run: the same arguments give the same bytes on every machine. */

import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const GENERATOR = fileURLToPath(new URL('../gen-cluster.mjs', import.meta.url));

export interface InputOptions {
  readonly namespaces: number;
  readonly workloads: number;
  readonly policies: number;
  readonly podsPerWorkload?: number;
  readonly cidrs?: number;
  readonly profile?: 'microservices' | 'adversarial-labels' | 'adversarial-ports' | 'adversarial-cidrs';
  readonly adminPolicies?: number;
  /** One Pod for every replica in place of the controllers. */
  readonly emitPods?: boolean;
}

export interface InputRequest {
  readonly name: string;
  readonly options: InputOptions;
  readonly seed: string;
  readonly format: 'ndjson' | 'yaml';
}

export interface Input {
  readonly path: string;
  readonly bytes: number;
  readonly objects: number;
  readonly sha256: string;
}

/** One file with all objects. */
export function inputFile(folder: string, request: InputRequest): Input {
  const path = join(folder, `${request.name}-${request.seed}.${request.format}`);
  const summary = `${path}.summary.json`;
  if (!existsSync(path)) {
    const output = openSync(`${path}.part`, 'w');
    generate([...argumentsOf(request), '--out', '-', '--summary', summary], output);
    closeSync(output);
    renameSync(`${path}.part`, path);
  }
  const { bytes, sha256, counts } = JSON.parse(readFileSync(summary, 'utf8'));
  const objects = Object.values<number>(counts).reduce((sum, n) => sum + n, 0);
  return { path, bytes, objects, sha256 };
}

/** A folder with one file per kind group. */
export function inputFolder(folder: string, request: InputRequest): string {
  const path = join(folder, `${request.name}-${request.seed}`);
  mkdirSync(path, { recursive: true });
  generate([...argumentsOf(request), '--out', path], 'ignore');
  return path;
}

function argumentsOf({ options, seed, format }: InputRequest): string[] {
  const flags: readonly (readonly [string, string | number | undefined])[] = [
    ['--namespaces', options.namespaces],
    ['--workloads', options.workloads],
    ['--policies', options.policies],
    ['--pods-per-workload', options.podsPerWorkload],
    ['--cidrs', options.cidrs],
    ['--profile', options.profile],
    ['--admin-policies', options.adminPolicies],
    ['--seed', seed],
    ['--format', format],
  ];
  const given = flags.flatMap(([flag, value]) => (value === undefined ? [] : [flag, String(value)]));
  return options.emitPods ? [...given, '--emit-pods'] : given;
}

function generate(args: readonly string[], output: number | 'ignore'): void {
  const run = spawnSync(process.execPath, [GENERATOR, ...args], { stdio: ['ignore', output, 'pipe'] });
  if (run.status !== 0) throw new Error(`the generator failed: ${run.stderr}`);
}
