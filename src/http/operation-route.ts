/**
 * One operation over HTTP: `POST /v1/{id}`, and `PUT` for `curl -T`. What can be refused without the body is refused
 * before a byte of it is read; the answer is written while it is computed.
 */

import { queryGates } from '../operations/asked-gates.ts';
import { queryOptions } from '../operations/given-options.ts';
import type { Operation } from '../operations/operation.ts';
import { type OptionSchemas, optionSchemas } from '../operations/option-values.ts';
import type { AnalysisRunner, Written } from '../operations/ports.ts';
import { contentTypeOf, type Format } from '../render/format.ts';
import { formsWith } from '../render/formats.ts';
import type { AppParts } from './about.ts';
import { Admission, type Capacity } from './admission.ts';
import { readBodyHeaders } from './body-headers.ts';
import { type DeferredParts, defer } from './deferred.ts';
import { chooseForm } from './negotiation.ts';
import { prefersAsync } from './prefer.ts';
import type { AppContext, Route } from './routes.ts';
import { serverTiming } from './server-timing.ts';

function written({ tripped, body, etag, unchanged, measures = [] }: Written, format: Format): Response {
  const about = {
    'cache-control': etag === undefined ? 'no-store' : 'private, no-cache',
    vary: 'Accept',
    ...(etag === undefined ? {} : { etag }),
    ...serverTiming(measures),
  };
  if (unchanged) return new Response(null, { status: 304, headers: about });
  const status = tripped.length > 0 ? 422 : 200;
  return new Response(body, { status, headers: { 'content-type': contentTypeOf(format), ...about } });
}

interface Offered {
  readonly version: string;
  readonly operation: Operation;
  readonly schemas: OptionSchemas;
  readonly runner: AnalysisRunner;
  readonly deferred: DeferredParts;
  readonly capacity: Capacity;
}

async function answer(
  context: AppContext,
  { version, operation, schemas, runner, deferred, capacity }: Offered,
): Promise<Response> {
  const request = context.req.raw;
  const parameters = new URL(request.url).searchParams;
  const format = chooseForm(formsWith(operation.views), {
    format: parameters.get('format'),
    accept: request.headers.get('accept'),
  });
  const query = queryOptions(parameters, schemas);
  const gates = queryGates(parameters, operation.gates);
  const { contentEncoding, length } = readBodyHeaders(request.headers);
  const admission = new Admission(capacity);
  try {
    admission.count(length);
    const contentType = request.headers.get('content-type');
    const known = request.headers.get('if-none-match') ?? '';
    const asked = { operation, query, format, gates, known, identity: `${version} ${operation.id} ${format.name}` };
    const task = { ...asked, body: request.body, contentType, contentEncoding };
    if (prefersAsync(request.headers)) {
      const counted = admission.count;
      return await defer(task, deferred, { schemas, counted }).finally(admission.end);
    }
    return written(await runner.run(task, admission), format);
  } catch (error) {
    admission.end();
    throw error;
  }
}

type Parts = Pick<AppParts, 'about' | 'runner' | 'jobs' | 'snapshots'>;

export function operationRoute(operation: Operation, { about, runner, ...deferred }: Parts, capacity: Capacity): Route {
  const offered = {
    version: about.version,
    operation,
    schemas: optionSchemas(operation.input),
    runner,
    deferred,
    capacity,
  };
  return {
    path: `/v1/${operation.id}`,
    methods: ['POST', 'PUT'],
    handle: (context) => answer(context, offered),
  };
}
