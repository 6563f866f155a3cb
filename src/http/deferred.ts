/**
 * `Prefer: respond-async`: the bundle is kept, the analysis ordered, and 202 says where its answer will be. What is
 * wrong with the request itself is said at once.
 */

import { readBody } from '../ingest/index.ts';
import { digested } from '../operations/bundle-digest.ts';
import { readOptions } from '../operations/given-options.ts';
import type { OptionSchemas } from '../operations/option-values.ts';
import type { JobRunner, SnapshotStore, Task } from '../operations/ports.ts';
import { requireSides } from '../operations/run.ts';
import { ProblemError, problem } from '../util/problem.ts';
import { orUnavailable } from '../util/unavailable.ts';

/** What deferring needs; each may not be bound. */
export interface DeferredParts {
  readonly jobs?: JobRunner | undefined;
  readonly snapshots?: SnapshotStore | undefined;
}

export function requireJobs({
  jobs,
  snapshots,
}: DeferredParts): Required<DeferredParts> & { jobs: JobRunner; snapshots: SnapshotStore } {
  if (jobs && snapshots) return { jobs, snapshots };
  const detail =
    'This service runs no jobs: no runner is bound. Leave `Prefer: respond-async` out, and wait for the answer.';
  throw new ProblemError(problem('not-configured', detail));
}

export interface Counting {
  readonly schemas: OptionSchemas;
  readonly counted: (bytes: number) => void;
}

export async function defer(task: Task, parts: DeferredParts, { schemas, counted }: Counting): Promise<Response> {
  const { jobs, snapshots } = requireJobs(parts);
  const { operation, query, format, gates } = task;
  const { options, ...brought } = await readBody(task, { counted, snapshots });
  readOptions(operation.input, { query, body: options }, schemas);
  requireSides(operation, brought);
  const { digest, bytes } = await digested(brought.bundle);
  await orUnavailable('The store of snapshots', () => snapshots.put(digest, bytes));
  const given = { ...query, ...options };
  const order = {
    operation: operation.id,
    options: given,
    format: format.name,
    gates,
    snapshot: digest,
  };
  const id = await orUnavailable('The runner of jobs', () => jobs.start(order));
  return new Response(`${JSON.stringify({ id, state: 'queued' })}\n`, {
    status: 202,
    headers: {
      location: `/v1/jobs/${id}`,
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'preference-applied': 'respond-async',
      'retry-after': '1',
    },
  });
}
