/**
 * The OpenAPI 3.1 document, a plain object made from the operations. It is written to `openapi.yaml` by
 * `npm run generate` and served from here at run time, so that both always are the same.
 */

import type { Operation } from '../../operations/operation.ts';
import { FORMATS } from '../../render/formats.ts';
import type { About } from '../about.ts';
import { SECURITY, SECURITY_SCHEMES } from './access.ts';
import { documentPaths } from './documents.ts';
import { GRAPHQL_REQUEST, GRAPHQL_RESULT, graphqlPath } from './graphql.ts';
import { HEADER_PARAMETERS, HEADERS } from './headers.ts';
import { formatParameter, gateParameter, parameters } from './request.ts';
import { COMPOSE_FILE, FILE, FILES_ENVELOPE, KUBERNETES_OBJECT, requestBody } from './request-body.ts';
import { answer, gated, operationProblems, PROBLEM, problemResponses, sharedResponses } from './responses.ts';
import { Components, type JsonSchema } from './schemas.ts';
import { DIGEST, JOB, SNAPSHOT, storagePaths } from './storage.ts';

const DESCRIPTION =
  'Manifests in, answers out: a bundle of files is the body of every operation, in any of its forms, and what is wrong with one document never hides the rest. Errors are problems (RFC 9457). Equal requests have equal answers.';

/** Schemas that several operations share. */
const SHARED: Readonly<Record<string, JsonSchema>> = {
  File: FILE,
  FilesEnvelope: FILES_ENVELOPE,
  KubernetesObject: KUBERNETES_OBJECT,
  ComposeFile: COMPOSE_FILE,
  Digest: DIGEST,
  Snapshot: SNAPSHOT,
  Job: JOB,
  GraphqlRequest: GRAPHQL_REQUEST,
  GraphqlResult: GRAPHQL_RESULT,
  Problem: PROBLEM,
};

const pascal = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

/** What an operation adds to the document; its body and its answer stand once, in the components. */
interface Described {
  readonly path: JsonSchema;
  /** By their names in the components. */
  readonly parameters: Record<string, JsonSchema>;
  readonly body: JsonSchema;
  readonly responses: Record<string, JsonSchema>;
}

/** `POST`, and the same as `PUT` for `curl -T`. */
function describe(operation: Operation, components: Components): Described {
  const name = pascal(operation.id);
  components.add(`${name}Options`, operation.input);
  const result = components.add(`${name}Answer`, operation.result);
  const hasGates = operation.gates.length > 0;
  const shared = {
    tags: ['analysis'],
    summary: operation.summary,
    description: operation.description,
    parameters: parameters(operation, components.get(`${name}Options`) ?? {}, name),
    requestBody: { $ref: `#/components/requestBodies/${name}` },
    responses: {
      200: { $ref: `#/components/responses/${name}` },
      202: { $ref: '#/components/responses/Deferred' },
      304: { $ref: '#/components/responses/Unchanged' },
      ...(hasGates ? { 422: { $ref: `#/components/responses/${name}Gated` } } : {}),
      ...operationProblems(),
    },
  };
  const put = { ...shared, summary: `${operation.summary} The same as POST, for clients that upload with PUT.` };
  return {
    path: { post: { operationId: operation.id, ...shared }, put: { operationId: `${operation.id}ByPut`, ...put } },
    parameters: {
      [`${name}Format`]: formatParameter(operation),
      ...(hasGates ? { [`${name}Gate`]: gateParameter(operation) } : {}),
    },
    body: requestBody(operation, name, components),
    responses: {
      [name]: answer(operation, result),
      ...(hasGates ? { [`${name}Gated`]: gated(operation, result) } : {}),
    },
  };
}

/** Values only: no `undefined`, no shared objects, so that JSON and YAML say the same. */
export function openApiDocument(about: About, operations: readonly Operation[]): Record<string, unknown> {
  const components = new Components();
  for (const [name, schema] of Object.entries(SHARED)) components.set(name, schema);
  const described = operations.map((operation) => ({ id: operation.id, ...describe(operation, components) }));
  const each = <T>(key: (id: string) => string, value: (one: Described) => T): Record<string, T> =>
    Object.fromEntries(described.map((one) => [key(one.id), value(one)]));
  const all = (parts: (one: Described) => Record<string, JsonSchema>): Record<string, JsonSchema> =>
    Object.assign({}, ...described.map(parts));
  return JSON.parse(
    JSON.stringify({
      openapi: '3.1.1',
      info: {
        title: pascal(about.name),
        version: about.version,
        summary: about.description,
        description: DESCRIPTION,
        contact: { name: 'The maintainers of Portolan' },
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      security: SECURITY,
      tags: [
        { name: 'analysis', description: 'Questions about a bundle of manifests.' },
        { name: 'storage', description: 'What is kept for a while: bundles, and deferred answers.' },
        { name: 'service', description: 'Documents about the service.' },
      ],
      paths: {
        ...each(
          (id) => `/v1/${id}`,
          (one) => one.path,
        ),
        ...storagePaths(FORMATS.map(({ mediaType }) => mediaType)),
        '/graphql': graphqlPath(),
        ...documentPaths(),
      },
      components: {
        schemas: components.all(),
        parameters: { ...HEADER_PARAMETERS, ...all((one) => one.parameters) },
        headers: HEADERS,
        securitySchemes: SECURITY_SCHEMES,
        requestBodies: each(pascal, (one) => one.body),
        responses: { ...all((one) => one.responses), ...sharedResponses(), ...problemResponses() },
      },
    }),
  );
}
