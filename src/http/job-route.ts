/** `GET /v1/jobs/{id}`: how far a deferred analysis is (202), then its answer, as the request would have had it. */

import { ProblemError, problem } from '../util/problem.ts';
import { orUnavailable } from '../util/unavailable.ts';
import { type DeferredParts, requireJobs } from './deferred.ts';
import type { AppContext, Route } from './routes.ts';

const ID = /^[0-9a-f-]{36}$/;

async function show(context: AppContext, parts: DeferredParts): Promise<Response> {
  const { jobs } = requireJobs(parts);
  const id = context.req.param('id') ?? '';
  const job = ID.test(id) ? await orUnavailable('The runner of jobs', () => jobs.find(id)) : undefined;
  if (!job) throw new ProblemError(problem('not-found', 'There is no such job, or no longer.'));
  if (job.state === 'done') {
    const { status, contentType, body } = job.result;
    return new Response(body, { status, headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
  }
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', 'retry-after': '1' };
  return new Response(`${JSON.stringify({ id, ...job })}\n`, { status: 202, headers });
}

export function jobRoute(parts: DeferredParts): Route {
  return { path: '/v1/jobs/:id', methods: ['GET'], handle: (context) => show(context, parts) };
}
