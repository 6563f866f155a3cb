/** What must hold of the answer to any request whatever: never a 5xx, never anything but an answer or a valid problem. */

import type { App } from '../../src/http/app.ts';
import type { Mutation } from './mutate.ts';

const PROBLEM = /^\/problems\/[a-z-]+$/;

function problemFault(text: string, response: Response): string | undefined {
  const problem: unknown = JSON.parse(text);
  if (typeof problem !== 'object' || problem === null) return 'the problem is no object';
  const { type, title, status, detail, instance } = Object.fromEntries(Object.entries(problem));
  if (typeof type !== 'string' || !PROBLEM.test(type)) return `type ${String(type)}`;
  if (status !== response.status) return `status ${String(status)}`;
  if (typeof title !== 'string' || typeof detail !== 'string' || detail === '') return 'no title or detail';
  return instance === response.headers.get('x-request-id') ? undefined : 'the instance is not the id of the request';
}

function answerFault(text: string, response: Response): string | undefined {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('ndjson')) for (const line of text.trimEnd().split('\n')) JSON.parse(line);
  else if (type.includes('json')) JSON.parse(text);
  return undefined;
}

/** Bytes of a query string come as text, for an URL has no others. */
export async function send(app: App, { path, headers, bytes, method }: Mutation): Promise<Response> {
  if (method === 'GET') return app.request(`${path}?${new TextDecoder().decode(bytes)}`, { headers });
  return app.request(path, { method: 'POST', headers, body: bytes });
}

/** What is wrong with the answer; undefined where nothing is. */
export async function judge(app: App, mutation: Mutation): Promise<string | undefined> {
  const response = await send(app, mutation);
  const text = await response.text();
  if (response.status >= 500) return `status ${response.status}: ${text.slice(0, 200)}`;
  const isProblem = response.headers.get('content-type') === 'application/problem+json';
  try {
    if (isProblem) return problemFault(text, response);
    const expected =
      response.status === 200 || response.status === 201 || response.status === 422 || mutation.path === '/graphql';
    return expected ? answerFault(text, response) : `status ${response.status} without a problem`;
  } catch {
    return `the ${isProblem ? 'problem' : 'answer'} is no JSON: ${text.slice(0, 200)}`;
  }
}
