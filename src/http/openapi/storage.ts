/** The paths of what is kept for a while, in OpenAPI's words: snapshots of bundles, and deferred answers. */

import { headers } from './headers.ts';
import { bundleContent, filesForm, MANIFESTS } from './request-body.ts';
import { ANY_JSON, isJson, problemReferences } from './responses.ts';
import { type JsonSchema, reference } from './schemas.ts';

/** As jobs are called wherever they run. */
const JOB_ID: JsonSchema = { type: 'string', pattern: '^[0-9a-f-]{36}$' };

const EXAMPLE = `sha256:${'9f86d081'.repeat(8)}`;

export const DIGEST: JsonSchema = {
  type: 'string',
  description: 'The digest of a stored bundle, as `POST /v1/snapshots` answered it.',
  pattern: '^sha256:[0-9a-f]{64}$',
  examples: [EXAMPLE],
};

export const SNAPSHOT: JsonSchema = {
  type: 'object',
  description: 'A bundle that is kept.',
  properties: {
    snapshot: reference('Digest'),
    files: { type: 'integer', description: 'How many files it has.' },
    expires: { type: 'string', format: 'date-time', description: 'Until when it is kept.' },
  },
  required: ['snapshot', 'files', 'expires'],
};

export const JOB: JsonSchema = {
  type: 'object',
  description: 'A deferred analysis that has no answer yet.',
  properties: {
    id: JOB_ID,
    state: { type: 'string', enum: ['queued', 'running'] },
    written: { type: 'integer', description: 'So many bytes of the answer are there.' },
  },
  required: ['id', 'state'],
};

const STORED_EXAMPLE = { snapshot: EXAMPLE, files: 4, expires: '2030-01-01T00:00:00.000Z' };

function keep(method: 'post' | 'put'): JsonSchema {
  const more = method === 'put' ? ' The same as POST, for clients that upload with PUT.' : '';
  return {
    operationId: method === 'put' ? 'snapshotsByPut' : 'snapshots',
    tags: ['storage'],
    summary: `Keep a bundle under its digest.${more}`,
    description:
      'The files are kept for a while; `{"snapshot": "sha256:…"}` stands for them in the body of every operation, and the sides of diff. Equal files have one digest, in whatever form and order they came.',
    requestBody: {
      description: 'The bundle, in any form, without options.',
      required: true,
      content: {
        'application/yaml': { schema: { type: 'string', description: 'Any number of YAML documents.' } },
        ...bundleContent({ schema: { anyOf: [reference('FilesEnvelope'), ...MANIFESTS] } }, { schema: filesForm() }),
      },
    },
    responses: {
      201: {
        description: 'It is kept.',
        headers: headers(),
        content: { 'application/json': { schema: reference('Snapshot'), example: STORED_EXAMPLE } },
      },
      ...problemReferences([400, 401, 403, 404, 405, 413, 415, 429, 500, 501, 503]),
    },
  };
}

/** `answers`: the forms that the answers of operations have. */
function job(answers: Record<string, JsonSchema>): JsonSchema {
  const id = { name: 'id', in: 'path', required: true, description: 'The id of a job.', schema: JOB_ID };
  const state = { id: '7f2c1e0a-5d8b-4f6e-9a31-0c2d4e6f8a1b', state: 'running', written: 0 };
  return {
    operationId: 'job',
    tags: ['storage'],
    summary: 'The answer of a deferred analysis.',
    description:
      'While there is none, 202 says how far it is. Then the answer is what the request itself would have been answered, its status and its problems included.',
    parameters: [id],
    responses: {
      200: { description: 'The answer, in the form that was asked for.', headers: headers(), content: answers },
      202: {
        description: 'There is no answer yet.',
        headers: headers('RetryAfter'),
        content: { 'application/json': { schema: reference('Job'), example: state } },
      },
      422: { description: 'The answer, in which a gate tripped.', headers: headers(), content: answers },
      ...problemReferences([400, 401, 403, 404, 405, 413, 429, 500, 501, 503]),
    },
  };
}

export function storagePaths(mediaTypes: readonly string[]): Record<string, JsonSchema> {
  const any = (type: string): JsonSchema => (isJson(type) ? ANY_JSON : { type: 'string' });
  const answers = Object.fromEntries(mediaTypes.map((type) => [type, { schema: any(type) }]));
  return { '/v1/snapshots': { post: keep('post'), put: keep('put') }, '/v1/jobs/{id}': { get: job(answers) } };
}
