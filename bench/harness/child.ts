/** A measurement in a fresh Node process. */

import { spawnSync } from 'node:child_process';
import type { Mode, ReportOf } from '../measured/main.ts';
import type { Refusal } from '../measured/refusal.ts';

export type Outcome<M extends Mode> =
  | { readonly kind: 'report'; readonly report: ReportOf<M> }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly why: string };

export interface Child<M extends Mode> {
  readonly mode: M;
  readonly files: readonly string[];
  /** Flags for Node itself. */
  readonly flags?: readonly string[];
}

const LONGEST_MS = 300_000;

/** What 64 MB of old space and 2 MB of semi-space leave for an isolate; an order of magnitude, not the real edge. */
export const SMALL_MEMORY = ['--max-old-space-size=64', '--max-semi-space-size=2'] as const;

export function runChild<M extends Mode>(program: string, { mode, files, flags = [] }: Child<M>): Outcome<M> {
  const child = spawnSync(process.execPath, [...flags, program, mode, ...files], {
    encoding: 'utf8',
    timeout: LONGEST_MS,
    maxBuffer: 2 ** 26,
  });
  if (child.status !== 0) return { kind: 'failed', why: reason(child) };
  const report = JSON.parse(child.stdout.trimEnd().split('\n').at(-1) ?? '{}');
  return 'refusedWhole' in report ? { kind: 'refused', refusal: report.refusedWhole } : { kind: 'report', report };
}

function reason({ error, stderr }: { readonly error?: Error | undefined; readonly stderr: string }): string {
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return `not finished after ${LONGEST_MS / 1000} s`;
  if (/heap out of memory|heap limit/i.test(stderr)) return 'out of memory';
  return /^\w*Error: .*$/m.exec(stderr)?.[0].slice(0, 200) ?? 'ended without a report';
}
