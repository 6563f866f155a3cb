/** What an operation answers, in OpenAPI's words: the result in every form, and the problems by their status. */

import { exampleRequests } from '../../operations/example-requests.ts';
import type { Operation } from '../../operations/operation.ts';
import { runOperation } from '../../operations/run.ts';
import { textOf } from '../../render/chunk.ts';
import type { Format } from '../../render/format.ts';
import { formsWith } from '../../render/formats.ts';
import { PROBLEMS } from '../../util/problem.ts';
import { headers } from './headers.ts';
import { type JsonSchema, reference } from './schemas.ts';

/** RFC 9457 §3, with our extensions. */
export const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'A problem document (RFC 9457).',
  properties: {
    type: { type: 'string', format: 'uri-reference', description: '`/problems/{code}`; GET it to read more.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened, and what to do.' },
    instance: { type: 'string', description: 'The id of the request, also in `x-request-id`.' },
    errors: {
      type: 'array',
      description: 'Each faulty place of the input.',
      items: {
        type: 'object',
        properties: {
          file: { type: 'string' },
          line: { type: 'integer' },
          column: { type: 'integer' },
          option: { type: 'string', description: 'The option that is at fault.' },
          message: { type: 'string' },
        },
        required: ['message'],
      },
    },
    limit: { type: 'string', description: 'The limit that was exceeded, as named at `/version`.' },
    value: { type: 'integer', description: 'The value that was met.' },
    maximum: { type: 'integer', description: 'The largest value allowed.' },
    top: {
      type: 'array',
      description: 'What contributes most to the value, the largest first.',
      items: { type: 'object', properties: { object: { type: 'string' }, value: { type: 'integer' } } },
    },
    summary: {
      type: 'object',
      description: 'How large a matrix is that no answer of this form can hold.',
      properties: {
        workloads: { type: 'integer' },
        policies: { type: 'integer' },
        connections: { type: 'integer', description: 'As many as the answer would have.' },
        classes: {
          type: 'object',
          description: 'Kinds of ends that policies treat alike.',
          properties: { sources: { type: 'integer' }, destinations: { type: 'integer' } },
        },
        cells: { type: 'integer', description: 'Pairs of classes with something allowed or unknown.' },
      },
    },
    alternatives: { type: 'array', items: { type: 'string' }, description: 'What could be asked for instead.' },
  },
  required: ['type', 'title', 'status', 'detail', 'instance'],
};

const STATUSES: readonly number[] = [...new Set(Object.values(PROBLEMS).map(({ status }) => status))].sort();

const MORE_HEADERS: Readonly<Record<number, JsonSchema>> = {
  401: headers('Challenge'),
  405: headers('Allow'),
  429: headers('RetryAfter'),
  503: headers('RetryAfter'),
};

/** One example of each status. */
function exampleProblem(status: number): JsonSchema {
  const found = Object.entries(PROBLEMS).find(([, entry]) => entry.status === status);
  const [code, { title, advice }] = found ?? ['internal', PROBLEMS.internal];
  return { type: `/problems/${code}`, title, status, detail: advice, instance: '7f2c1e0a-5d8b-4f6e-9a31-0c2d4e6f8a1b' };
}

/** `components.responses`: one per status of the table of problems. */
export function problemResponses(): Record<string, JsonSchema> {
  const one = (status: number): JsonSchema => {
    const codes = Object.entries(PROBLEMS).filter(([, entry]) => entry.status === status);
    return {
      description: codes.map(([code, { title }]) => `\`${code}\`: ${title}.`).join(' '),
      headers: MORE_HEADERS[status] ?? headers(),
      content: { 'application/problem+json': { schema: reference('Problem'), example: exampleProblem(status) } },
    };
  };
  return Object.fromEntries(STATUSES.map((status) => [`Problem${status}`, one(status)]));
}

/** What the server itself may say of any request, before the service sees it. */
const OF_THE_SERVER: readonly number[] = [400, 408, 431];

export function problemReferences(statuses: readonly number[]): Record<string, JsonSchema> {
  const all = [...new Set([...statuses, ...OF_THE_SERVER])].sort((a, b) => a - b);
  const problems = all.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]);
  return { ...Object.fromEntries(problems), 414: { $ref: '#/components/responses/AddressTooLong' } };
}

/** What another standard describes. */
export const ANY_JSON: JsonSchema = { type: ['object', 'array'], items: { type: 'object' } };

/** Whether a form is one JSON value. */
export const isJson = (mediaType: string): boolean => /[/+]json$/.test(mediaType);

/** Forms of other standards, such as SARIF, are described by those. */
function schemaOf({ name, mediaType, description }: Format, result: JsonSchema): JsonSchema {
  if (name === 'json') return result;
  return isJson(mediaType) ? { ...ANY_JSON, description } : { type: 'string', description };
}

/** The answer to the first example: examples are computed, so they cannot be wrong. */
function exampleOf(operation: Operation, format: Format): unknown {
  const [request] = exampleRequests(operation);
  if (request === undefined) return undefined;
  const input = operation.input.parse(request.options);
  const written = format.write(runOperation(operation, request, { input }));
  const text = typeof written === 'string' ? written : Array.from(written, textOf).join('');
  return isJson(format.mediaType) ? JSON.parse(text) : text;
}

function content(operation: Operation, format: Format, result: JsonSchema): JsonSchema {
  const example = exampleOf(operation, format);
  return {
    schema: schemaOf(format, result),
    ...(example === undefined ? {} : { example }),
  };
}

/** The problems an operation can answer with. */
export function operationProblems(): Record<string, JsonSchema> {
  return problemReferences(STATUSES);
}

export function answer(operation: Operation, result: JsonSchema): JsonSchema {
  const forms = formsWith(operation.views);
  return {
    description: operation.summary,
    headers: headers('ETag', 'ServerTiming'),
    content: Object.fromEntries(forms.map((format) => [format.mediaType, content(operation, format, result)])),
  };
}

/** The same report where a gate has tripped: nothing else has this status. */
export function gated(operation: Operation, result: JsonSchema): JsonSchema {
  const contents = formsWith(operation.views).map((format) => {
    return [format.mediaType, { schema: schemaOf(format, result) }];
  });
  return {
    description: `A gate has tripped (\`?gate=\`): the same report, its JSON with \`gate\`. ${operation.summary}`,
    headers: headers('ServerTiming'),
    content: Object.fromEntries(contents),
  };
}

/** Answers of all operations that carry no result. */
export function sharedResponses(): Record<string, JsonSchema> {
  const job = { id: '7f2c1e0a-5d8b-4f6e-9a31-0c2d4e6f8a1b', state: 'queued' };
  return {
    Deferred: {
      description: 'The analysis is deferred, as `Prefer: respond-async` asked.',
      headers: headers('Location', 'RetryAfter', 'PreferenceApplied'),
      content: { 'application/json': { schema: reference('Job'), example: job } },
    },
    AddressTooLong: {
      description:
        'The address is too long for the runtime of Cloudflare, which answers for itself; on Node it is 431.',
      content: { 'text/plain': { schema: { type: 'string' } } },
    },
    Unchanged: {
      description: 'The client has this answer, by its entity tag.',
      headers: headers('ETag', 'ServerTiming'),
    },
  };
}
