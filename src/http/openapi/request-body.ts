/** The bodies an operation reads, in OpenAPI's words: one bundle in any of its forms, or two that are compared. */

import { SIDES } from '../../ingest/index.ts';
import type { BundleOperation, Operation, PairOperation } from '../../operations/operation.ts';
import { type Components, type JsonSchema, reference } from './schemas.ts';

/** The schema of `files`, shared by all envelopes. */
export const FILE: JsonSchema = {
  type: 'object',
  description: 'One file of a bundle.',
  properties: {
    path: { type: 'string', description: 'Its name in findings and reasons; never opened on any disk.' },
    content: { type: 'string', description: 'Its text.' },
  },
  required: ['path', 'content'],
  additionalProperties: false,
};

export const FILES_ENVELOPE: JsonSchema = {
  type: 'object',
  description: 'Files in one object.',
  properties: { files: { type: 'array', items: reference('File'), minItems: 1 } },
  required: ['files'],
  additionalProperties: false,
};

export const COMPOSE_FILE: JsonSchema = {
  type: 'object',
  description: 'A Compose file in JSON.',
  properties: { services: { description: 'What is no object is told in `findings`.' } },
  required: ['services'],
};

const INSPECTED: JsonSchema = {
  type: 'array',
  description:
    'What `docker inspect` and `docker network inspect` print. What is no object in it is told in `findings`.',
  items: {},
};

/** Its fields are the affair of Kubernetes. */
export const KUBERNETES_OBJECT: JsonSchema = {
  type: 'object',
  description: 'One Kubernetes object, or a `List` of them.',
  properties: { apiVersion: { type: 'string' }, kind: { type: 'string' } },
  required: ['apiVersion', 'kind'],
};

/** The parts that hold the bundle, with the options beside them. */
function envelope(parts: JsonSchema, options: JsonSchema): JsonSchema {
  const { required } = options as { readonly required?: readonly string[] };
  return {
    type: 'object',
    description: 'Files and options in one object.',
    properties: { ...parts, ...((options['properties'] ?? {}) as object) },
    required: [...Object.keys(parts), ...(required ?? [])],
    additionalProperties: false,
  };
}

const text = (description: string): JsonSchema => ({ schema: { type: 'string', description } });

function examples({ examples: all }: Operation): Record<string, JsonSchema> {
  return Object.fromEntries(all.map(({ summary, body }, index) => [`example${index + 1}`, { summary, value: body }]));
}

/**
 * What makes a part a file is its filename, which no schema can ask for. Under any other name than this, clients that are
 * made from the document would send text.
 */
const FILE_PARTS: JsonSchema = {
  type: 'array',
  description: 'Parts with a filename, each a file. Any other name will do as well.',
  items: { type: 'string', format: 'binary' },
};

/** A form of files, with `more` beside them. */
export const filesForm = (more: Readonly<Record<string, JsonSchema>> = {}): JsonSchema => ({
  type: 'object',
  properties: { ...more, files: FILE_PARTS },
  additionalProperties: false,
});

function form(name: string, description: string): JsonSchema {
  return {
    schema: { description, ...filesForm({ options: reference(`${name}Options`) }) },
    encoding: { options: { contentType: 'application/json' } },
  };
}

const ARCHIVES: Readonly<Record<string, string>> = {
  'application/gzip': 'A tar archive, or one file, gzipped.',
  'application/x-tar': 'A tar archive of files.',
  'application/zip': 'A zip archive of files.',
};

/** Archives, with `hint` behind what each is. */
function archives(hint: string): Record<string, JsonSchema> {
  const one = (description: string): JsonSchema => ({
    schema: { type: 'string', format: 'binary', description: `${description} ${hint}` },
  });
  return Object.fromEntries(Object.entries(ARCHIVES).map(([type, description]) => [type, one(description)]));
}

/** Manifests that are JSON themselves. */
export const MANIFESTS: readonly JsonSchema[] = [reference('KubernetesObject'), reference('ComposeFile'), INSPECTED];

/** The forms of a bundle that are no YAML. */
export function bundleContent(json: JsonSchema, form: JsonSchema): Record<string, JsonSchema> {
  return {
    'application/json': json,
    'application/x-ndjson': text('One Kubernetes object per line.'),
    'multipart/form-data': form,
    ...archives('Links, and files with names of no manifests, are passed over, and told in `findings`.'),
  };
}

function oneBundle(operation: BundleOperation, name: string, components: Components): JsonSchema {
  const [example] = operation.examples;
  const yaml = (example?.body.files ?? []).map((file) => file.content.trimEnd()).join('\n---\n');
  const options = components.get(`${name}Options`) ?? {};
  const files = { files: { type: 'array', items: reference('File'), minItems: 1 } };
  const own = components.set(`${name}Envelope`, envelope(files, options));
  const stored = components.set(`${name}OfSnapshot`, envelope({ snapshot: reference('Digest') }, options));
  return {
    description: 'The bundle. `Content-Type` may be missing: then the bytes are looked at.',
    required: true,
    content: {
      'application/yaml': {
        ...text('Any number of YAML documents.'),
        ...(yaml === '' ? {} : { example: `${yaml}\n` }),
      },
      ...bundleContent(
        { schema: { anyOf: [own, stored, ...MANIFESTS] }, examples: examples(operation) },
        form(name, 'Every file part is a file of the bundle.'),
      ),
    },
  };
}

/** A side that is left out is empty; one of them is there. */
function eitherSide({ required, ...rest }: JsonSchema): JsonSchema {
  const named = required as readonly string[];
  const others = named.filter((name) => !SIDES.some((side) => side === name));
  return {
    ...rest,
    ...(others.length > 0 ? { required: others } : {}),
    anyOf: SIDES.map((side) => ({ required: [side] })),
  };
}

function twoBundles(operation: PairOperation, name: string, components: Components): JsonSchema {
  const files = {
    type: 'object',
    description: 'The files of one side; there may be none.',
    properties: { files: { type: 'array', items: reference('File') } },
    additionalProperties: false,
  };
  const stored = {
    type: 'object',
    description: 'The snapshot of one side.',
    properties: { snapshot: reference('Digest') },
    required: ['snapshot'],
    additionalProperties: false,
  };
  const side = { oneOf: [files, stored] };
  const parts = { before: side, after: side };
  const description =
    'Every file part is a file of one side: its filename begins with `before/` or `after/`. curl sends base names ' +
    "only: write `curl -F 'f=@new/web.yaml;filename=after/web.yaml'`.";
  return {
    description: 'Two bundles. `Content-Type` may be missing: then the bytes are looked at.',
    required: true,
    content: {
      'application/json': {
        schema: components.set(`${name}Envelope`, eitherSide(envelope(parts, components.get(`${name}Options`) ?? {}))),
        examples: examples(operation),
      },
      'multipart/form-data': form(name, description),
      ...archives('The files lie under `before/` and `after/`.'),
    },
  };
}

/** `name` is the operation's in component names. */
export function requestBody(operation: Operation, name: string, components: Components): JsonSchema {
  return operation.takes === 'pair' ? twoBundles(operation, name, components) : oneBundle(operation, name, components);
}
