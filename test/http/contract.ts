/** The OpenAPI document held against what the service does: is this answer one that the document describes? */

import { type Schema, Validator } from '@cfworker/json-schema';
import type { App } from '../../src/http/app.ts';

export type Json = { readonly [key: string]: Json };

export class Contract {
  readonly document: Json;

  private constructor(document: Json) {
    this.document = document;
  }

  static async of(app: App): Promise<Contract> {
    return new Contract((await (await app.request('/openapi.json')).json()) as Json);
  }

  resolve(record: Json | undefined): Json | undefined {
    const pointer: unknown = record?.['$ref'];
    if (typeof pointer !== 'string') return record;
    return pointer
      .slice(2)
      .split('/')
      .reduce<Json | undefined>((at, key) => at?.[key], this.document);
  }

  /** `METHOD /path` of every operation. */
  routes(): string[] {
    return Object.entries(this.document['paths'] ?? {}).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
  }

  /** Why a value is not of a schema of the document; nothing where it is. */
  faults(schema: Json, value: unknown): string[] {
    const { components } = this.document;
    const whole = { ...schema, components } as unknown as Schema;
    const { valid, errors } = new Validator(whole, '2020-12', false).validate(value);
    return valid ? [] : errors.slice(-3).map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
  }

  /** What the document does not say of an answer; reads it. */
  async undocumented(route: string, response: Response): Promise<string[]> {
    const [method = '', path = ''] = route.split(' ');
    const operation = this.document['paths']?.[path]?.[method.toLowerCase()];
    const described = this.resolve(operation?.['responses']?.[String(response.status)]);
    if (!described) return [`${route}: status ${response.status}`];
    const headers = Object.keys(described['headers'] ?? {});
    const given = [...response.headers.keys()].filter((name) => OWN_HEADERS.includes(name) && !headers.includes(name));
    const type = response.headers.get('content-type')?.split(';')[0];
    const text = new TextDecoder().decode(await response.arrayBuffer());
    const media = type === undefined ? undefined : described['content']?.[type];
    if (type !== undefined && !media) return [`${route} ${response.status}: type ${type}`];
    const isJson = type?.endsWith('json') && !type.includes('ndjson');
    const faults = media?.['schema'] && isJson ? this.faults(media['schema'], JSON.parse(text)) : [];
    return [...given, ...faults].map((fault) => `${route} ${response.status}: ${fault}`);
  }
}

/** Headers that a client would want described; the others are those of every web server. */
const OWN_HEADERS = [
  'etag',
  'location',
  'preference-applied',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'server-timing',
  'traceparent',
  'www-authenticate',
  'x-request-id',
];
