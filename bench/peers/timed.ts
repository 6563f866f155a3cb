/**
 * A program in a process of its own, with the CPU time it took: user and system together, as the shell's `times`
 * counts them for its children (POSIX), the same way for every program.
 */

import { spawnSync } from 'node:child_process';

export interface TimedRun {
  readonly seconds: number;
  /** What it wrote to standard error, where it failed. */
  readonly failure: string | undefined;
}

const LONGEST_MS = 600_000;

/** Writes what the program writes to standard output into a file. */
export function timed(output: string, command: readonly string[]): TimedRun {
  const script = '"$@" >"$0"; code=$?; times; exit $code';
  const run = spawnSync('/bin/sh', ['-c', script, output, ...command], {
    encoding: 'utf8',
    timeout: LONGEST_MS,
    maxBuffer: 2 ** 28,
  });
  if (run.status === null) return { seconds: LONGEST_MS / 1000, failure: `not finished after ${LONGEST_MS / 1000} s` };
  const [, children = ''] = run.stdout.trim().split('\n');
  return { seconds: secondsIn(children), failure: run.status === 0 ? undefined : lastLine(run.stderr) };
}

/** `1m2.5s 0m0.25s`: user, then system. */
function secondsIn(times: string): number {
  return [...times.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + 60 * Number(m) + Number(s), 0);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
