import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';
import { OPERATIONS } from '../../src/operations/registry.ts';
import { formsWith } from '../../src/render/formats.ts';
import { PROBLEMS } from '../../src/util/problem.ts';

type Json = { readonly [key: string]: Json };

const served = async (path: string): Promise<string> => (await app.request(path)).text();
const document = JSON.parse(await served('/openapi.json')) as Json;

/** Every value under the key `$ref`. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === '$ref' && typeof member === 'string' ? [member] : references(member),
  );
}

function resolve(pointer: string): unknown {
  return pointer
    .slice(2)
    .split('/')
    .reduce<Json | undefined>((at, key) => at?.[key], document);
}

test('the file in the repository, the YAML and the JSON are one document', async () => {
  const yaml = await served('/openapi.yaml');
  const file = readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8');
  expect(load(yaml)).toEqual(document);
  expect(file.slice(file.indexOf('\n') + 1)).toBe(yaml);
});

test('every reference leads somewhere', () => {
  const found = references(document);
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter((pointer) => resolve(pointer) === undefined)).toEqual([]);
});

test('operation ids are unique', () => {
  const ids = Object.values(document['paths'] ?? {}).flatMap((item) =>
    Object.values(item).map((one) => one['operationId']),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(OPERATIONS.map((operation) => [operation.id, operation] as const))('%s', (id, operation) => {
  const name = id.charAt(0).toUpperCase() + id.slice(1);

  test('has POST and PUT with every option as a parameter', () => {
    const item = document['paths']?.[`/v1/${id}`];
    for (const method of ['post', 'put']) {
      const parameters = Object.values(item?.[method]?.['parameters'] ?? {}).map((one) => one['name']);
      expect(parameters.filter((one) => one !== undefined)).toEqual(Object.keys(operation.input.shape));
    }
  });

  test('has an answer in every form it offers, with an example that is a result', () => {
    const content = document['components']?.['responses']?.[name]?.['content'];
    expect(Object.keys(content ?? {})).toEqual(formsWith(operation.views).map((format) => format.mediaType));
    operation.result.parse(content?.['application/json']?.['example']);
  });

  test('has its gates, and the status of a report that trips one', () => {
    const gate = document['components']?.['parameters']?.[`${name}Gate`]?.['schema']?.['items']?.['enum'];
    expect(gate ?? []).toEqual(operation.gates);
    const has = document['paths']?.[`/v1/${id}`]?.['post']?.['responses']?.['422'] !== undefined;
    expect(has).toBe(operation.gates.length > 0);
  });

  test('takes every form of a body', () => {
    const body = document['components']?.['requestBodies']?.[name]?.['content'];
    const ofPairs = [
      'application/json',
      'multipart/form-data',
      'application/gzip',
      'application/x-tar',
      'application/zip',
    ];
    const types = ['application/yaml', 'application/json', 'application/x-ndjson', ...ofPairs.slice(1)];
    expect(Object.keys(body ?? {})).toEqual(operation.takes === 'pair' ? ofPairs : types);
  });
});

test('every operation has what the server itself may say before the service sees a request', () => {
  for (const item of Object.values(document['paths'] ?? {})) {
    for (const { responses } of Object.values(item)) {
      expect(Object.keys(responses ?? {})).toEqual(expect.arrayContaining(['400', '408', '414', '431']));
    }
  }
});

test('every status of the table of problems is described', () => {
  const responses = document['components']?.['responses'] ?? {};
  for (const { status } of Object.values(PROBLEMS)) expect(responses).toHaveProperty(`Problem${status}`);
});
