import { expect, test } from 'vitest';
import type { JobOrder } from '../../../src/operations/job.ts';
import type { AnalysisRunner, Written } from '../../../src/operations/ports.ts';
import { OPERATIONS } from '../../../src/operations/registry.ts';
import { MemoryJobRunner } from '../../../src/platform/memory/job-runner.ts';
import { ProblemError } from '../../../src/util/problem.ts';

const ORDER: JobOrder = { operation: 'names', options: {}, format: 'json', gates: [], snapshot: 'sha256:0' };
const withOptions = (bytes: number): JobOrder => ({ ...ORDER, options: { cursor: 'x'.repeat(bytes) } });

/** Jobs whose analyses end when they are told to. */
function held() {
  const ended = Promise.withResolvers<Written>();
  const runner: AnalysisRunner = { run: () => ended.promise };
  const jobs = new MemoryJobRunner({ operations: OPERATIONS, runner });
  return { jobs, end: () => ended.resolve({ tripped: [], body: '{}' }) };
}

async function codeOf(started: Promise<string>): Promise<string> {
  const cause: unknown = await started.catch((error: unknown) => error);
  return cause instanceof ProblemError ? cause.problem.code : 'started';
}

test('of jobs a thousand wait; the next is told to come again', async () => {
  const { jobs } = held();
  for (let count = 0; count < 1_000; count++) await jobs.start(ORDER);
  expect(await codeOf(jobs.start(ORDER))).toBe('busy');
});

test('what waits has so many bytes of options together; room is made by what is done', async () => {
  const { jobs, end } = held();
  const first = await jobs.start(withOptions(40_000_000));
  expect(await codeOf(jobs.start(withOptions(40_000_000)))).toBe('busy');
  end();
  while ((await jobs.find(first))?.state !== 'done') await new Promise((resolve) => setTimeout(resolve, 1));
  expect(await codeOf(jobs.start(withOptions(40_000_000)))).toBe('started');
});
