/** What a worker thread does with a call: the same runner and the same GraphQL as where there are no threads. */

import type { Operation } from '../../../operations/operation.ts';
import type { AnalysisRunner } from '../../../operations/ports.ts';
import { formByName } from '../../../render/form-by-name.ts';
import { formsWith } from '../../../render/formats.ts';
import type { Handle, Handled } from './answer-calls.ts';
import type { GraphqlCall, OperationCall } from './messages.ts';

type Body = ReadableStream<Uint8Array> | null;

export interface ThreadParts {
  readonly operations: readonly Operation[];
  readonly runner: AnalysisRunner;
  readonly graphql: { fetch(request: Request, requestId: string): Response | Promise<Response> };
}

/** The thread is free when the answer has been read, which the main thread sees. */
const UNWATCHED = { count: () => undefined, end: () => undefined };

async function run({ kind, operation: id, format, ...task }: OperationCall, body: Body, parts: ThreadParts) {
  const operation = parts.operations.find((one) => one.id === id);
  if (!operation) throw new TypeError('a thread was asked for an operation there is not');
  const form = formByName(formsWith(operation.views), format);
  const { body: written, ...about } = await parts.runner.run({ ...task, operation, format: form, body }, UNWATCHED);
  return { answer: { kind, ...about }, body: written };
}

async function query({ kind, requestId, url, method, headers }: GraphqlCall, body: Body, { graphql }: ThreadParts) {
  // Node takes a stream with `duplex` only.
  const init = {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    body,
    duplex: 'half',
  };
  const response = await graphql.fetch(new Request(url, init), requestId);
  return { answer: { kind, status: response.status, headers: [...response.headers] }, body: await response.text() };
}

export function handleCalls(parts: ThreadParts): Handle {
  return async (call, body): Promise<Handled> =>
    call.kind === 'operation' ? run(call, body, parts) : query(call, body, parts);
}
