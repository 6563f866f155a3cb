/**
 * One operation over HTTP: `POST /v1/{id}`, and `PUT` for `curl -T`. What can be refused without the body is refused
 * before a byte of it is read; the answer is written while it is computed.
 */

import { LIMITS } from '../ingest/index.ts';
import { queryGates } from '../operations/asked-gates.ts';
import { queryOptions } from '../operations/given-options.ts';
import type { Operation } from '../operations/operation.ts';
import { type OptionSchemas, optionSchemas } from '../operations/option-values.ts';
import type { AnalysisRunner } from '../operations/ports.ts';
import type { Format } from '../render/format.ts';
import { formsWith } from '../render/formats.ts';
import { exceed, ProblemError, problem } from '../util/problem.ts';
import { Admission, type LargeSlot } from './admission.ts';
import { chooseForm } from './negotiation.ts';
import type { AppContext, Route } from './routes.ts';

/** The length that a request says it has; 0 where it says none. */
function declaredLength(headers: Headers): number {
  return Number(headers.get('content-length') ?? 0);
}

/** What the headers alone say against a body (RFC 9110 §8.4, §8.6). */
function refuseByHeaders(headers: Headers): void {
  const maximum = LIMITS.requestBytes.value;
  const length = declaredLength(headers);
  if (length > maximum) {
    exceed('requestBytes', length, maximum, `The body has ${length} bytes; at most ${maximum} are read.`);
  }
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity') {
    const detail = 'Bodies with a Content-Encoding are not read. Send the manifests as they are.';
    throw new ProblemError(problem('unsupported-media-type', detail));
  }
}

export function contentTypeOf({ mediaType, parameters }: Pick<Format, 'mediaType' | 'parameters'>): string {
  return parameters === undefined ? mediaType : `${mediaType}; ${parameters}`;
}

interface Offered {
  readonly operation: Operation;
  readonly schemas: OptionSchemas;
  readonly runner: AnalysisRunner;
  readonly slot: LargeSlot;
}

async function answer(context: AppContext, { operation, schemas, runner, slot }: Offered): Promise<Response> {
  const request = context.req.raw;
  const parameters = new URL(request.url).searchParams;
  const format = chooseForm(formsWith(operation.views), {
    format: parameters.get('format'),
    accept: request.headers.get('accept'),
  });
  const query = queryOptions(parameters, schemas);
  const gates = queryGates(parameters, operation.gates);
  refuseByHeaders(request.headers);
  const admission = new Admission(slot);
  try {
    admission.count(declaredLength(request.headers));
    const contentType = request.headers.get('content-type');
    const task = { operation, body: request.body, contentType, query, format, gates };
    const { tripped, body } = await runner.run(task, admission);
    return new Response(body, {
      status: tripped.length > 0 ? 422 : 200,
      headers: { 'content-type': contentTypeOf(format), 'cache-control': 'no-store', vary: 'Accept' },
    });
  } catch (error) {
    admission.end();
    throw error;
  }
}

export function operationRoute(operation: Operation, runner: AnalysisRunner, slot: LargeSlot): Route {
  const offered = { operation, schemas: optionSchemas(operation.input), runner, slot };
  return {
    path: `/v1/${operation.id}`,
    methods: ['POST', 'PUT'],
    handle: (context) => answer(context, offered),
  };
}
