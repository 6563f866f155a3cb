/** The figures as tables. */

import { machineFacts } from '../harness/machine.ts';
import { count, megabytes, milliseconds, table, times } from '../harness/table.ts';
import { type Case, CONNECTIONS, type Measured } from './measure.ts';

function statusesOf({ statuses, failures }: Case['outcome']): string {
  const answers = Object.entries(statuses).map(([status, number]) => `${status}: ${count(number)}`);
  return [...answers, ...(failures > 0 ? [`failed: ${count(failures)}`] : [])].join(', ');
}

function caseRow(runtime: string, { what, outcome, cpuMilliseconds }: Case, bare: number): readonly string[] {
  const { perSecond, p50, p99 } = outcome;
  const ratio = perSecond === bare ? '' : times(bare / perSecond);
  const figures = [count(Math.round(perSecond)), milliseconds(p50), milliseconds(p99), milliseconds(cpuMilliseconds)];
  return [runtime, what, ...figures, ratio, statusesOf(outcome)];
}

function overloadRow({ runtime, overload, memory }: Measured): readonly string[] {
  const { outcome, refused, withRetryAfter, recoveryMilliseconds } = overload;
  return [
    runtime,
    statusesOf(outcome),
    `${withRetryAfter} of ${refused}`,
    milliseconds(recoveryMilliseconds),
    `${megabytes(memory.before)}, ${megabytes(memory.after)}`,
  ];
}

export function httpReport(measured: readonly Measured[], seconds: string): string {
  const cases = measured.flatMap(({ runtime, cases }) =>
    cases.map((one) => caseRow(runtime, one, cases[0]?.outcome.perSecond ?? 0)),
  );
  return [
    machineFacts(),
    `The online-boutique example, ${CONNECTIONS} connections, ${seconds}; the load comes from the same cores.`,
    table(['runtime', 'request', 'per second', 'p50', 'p99', 'CPU of each', 'slower than bare', 'statuses'], cases),
    'At twice the requests per second of the first matrix, from 256 connections:',
    table(
      ['runtime', 'statuses', 'refusals seen with Retry-After', 'recovery', 'memory before and after all of it'],
      measured.map(overloadRow),
    ),
  ].join('\n\n');
}
