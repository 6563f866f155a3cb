/** Carries out the order of a deferred analysis. */

import { contentTypeOf } from '../render/format.ts';
import { FORMATS } from '../render/formats.ts';
import { PROBLEMS, type Problem, ProblemError, problem } from '../util/problem.ts';
import { problemDocument } from '../util/problem-document.ts';
import type { JobOrder, JobResult } from './job.ts';
import type { Operation } from './operation.ts';
import type { AnalysisRunner, Task } from './ports.ts';

export interface Workshop {
  readonly operations: readonly Operation[];
  /** Its snapshots are those the order names. */
  readonly runner: AnalysisRunner;
}

function taskOf({ operation, options, format, gates, snapshot }: JobOrder, operations: readonly Operation[]): Task {
  const asked = operations.find(({ id }) => id === operation);
  const form = FORMATS.find(({ name }) => name === format);
  if (!asked || !form) throw new TypeError(`an order of another version: ${operation}, ${format}`);
  const body = new Blob([JSON.stringify({ snapshot })]).stream();
  return { operation: asked, body, contentType: 'application/json', query: options, format: form, gates };
}

function refusal(cause: Problem, id: string): JobResult {
  const { type, title, status, detail, ...more } = problemDocument(cause);
  const body = `${JSON.stringify({ type, title, status, detail, instance: id, ...more })}\n`;
  return { status: PROBLEMS[cause.code].status, contentType: 'application/problem+json', body };
}

async function collect(body: string | ReadableStream<Uint8Array>, written: (bytes: number) => void): Promise<string> {
  if (typeof body === 'string') return body;
  const decoder = new TextDecoder();
  const parts: string[] = [];
  const reader = body.getReader();
  let bytes = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(decoder.decode(read.value, { stream: true }));
    bytes += read.value.byteLength;
    written(bytes);
  }
  return parts.join('') + decoder.decode();
}

/** Carries an order out; what goes wrong is a result too. `written` hears how much of the answer is there. */
export async function carryOut(
  order: JobOrder,
  { operations, runner }: Workshop,
  { id, written }: { readonly id: string; readonly written: (bytes: number) => void },
): Promise<JobResult> {
  try {
    const task = taskOf(order, operations);
    const { tripped, body } = await runner.run(task, { count: () => undefined, end: () => undefined });
    const text = await collect(body, written);
    return { status: tripped.length > 0 ? 422 : 200, contentType: contentTypeOf(task.format), body: text };
  } catch (cause) {
    if (cause instanceof ProblemError) return refusal(cause.problem, id);
    return refusal(problem('internal', 'Something went wrong that is not the fault of the request.'), id);
  }
}
