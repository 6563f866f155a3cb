/**
 * One operation over HTTP: `POST /v1/{id}`, and `PUT` for `curl -T`. What can be refused without the body is refused
 * before a byte of it is read; the answer is written while it is computed.
 */

import { queryGates } from '../operations/asked-gates.ts';
import { queryOptions } from '../operations/given-options.ts';
import type { Operation } from '../operations/operation.ts';
import { type OptionSchemas, optionSchemas } from '../operations/option-values.ts';
import type { AnalysisRunner } from '../operations/ports.ts';
import type { Format } from '../render/format.ts';
import { formsWith } from '../render/formats.ts';
import { Admission, type LargeSlot } from './admission.ts';
import { readBodyHeaders } from './body-headers.ts';
import { chooseForm } from './negotiation.ts';
import type { AppContext, Route } from './routes.ts';

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
  const { contentEncoding, length } = readBodyHeaders(request.headers);
  const admission = new Admission(slot);
  try {
    admission.count(length);
    const contentType = request.headers.get('content-type');
    const task = { operation, body: request.body, contentType, contentEncoding, query, format, gates };
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
