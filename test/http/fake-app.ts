/** An app with two small operations, for what is the same whatever an operation answers. */

import * as z from 'zod';
import { createApp } from '../../src/http/app.ts';
import { InlineRunner } from '../../src/operations/inline-runner.ts';
import type { BundleOperation, PairOperation } from '../../src/operations/operation.ts';
import type { Answer, AnswerRecord } from '../../src/render/answer.ts';
import { exceed } from '../../src/util/problem.ts';

const input = z.strictObject({
  namespace: z.string().default('default'),
  self: z.boolean().default(false),
  limit: z.int().min(1).optional(),
  focus: z.union([z.string(), z.array(z.string())]).optional(),
  kinds: z.array(z.string()).optional(),
  pairs: z.array(z.strictObject({ from: z.string(), port: z.int() })).optional(),
  fail: z.enum(['problem', 'bug', 'late']).optional().describe('How to fail.'),
});

type Input = z.infer<typeof input>;

function* rows({ fail, limit = 2 }: Input): Generator<string[]> {
  for (let row = 0; row < limit; row++) {
    if (fail === 'late' && row === 100_000) throw new TypeError('a bug with secrets in its message');
    yield [`row${row}`, 'x'];
  }
}

function answer(given: Input, files: number): Answer {
  if (given.fail === 'problem') exceed('cells', 7, 5, 'Too many cells.');
  if (given.fail === 'bug') throw new TypeError('a bug with secrets in its message');
  return {
    json: () => ({ files, options: given }),
    headline: () => 'pass: a fake',
    tables: () => [{ title: 'Rows', name: 'rows', columns: ['a', 'b'], rows: rows(given) }],
    *records(): Generator<AnswerRecord> {
      yield { t: 'summary', files };
    },
  };
}

const FILE = { path: 'a.yaml', content: 'kind: A\n' };

const fake: BundleOperation<Input> = {
  id: 'fake',
  takes: 'bundle',
  summary: 'A fake',
  description: 'Answers with what it was given.',
  input,
  result: z.object({ files: z.int(), options: input }).meta({ id: 'FakeResult' }),
  examples: [{ summary: 'An example', body: { files: [FILE], limit: 1 } }],
  gates: [],
  run: (analysis, given) => answer(given, analysis.bundle.files.length),
};

const pairInput = z.strictObject({ holds: z.array(z.string()).default([]) });

/** Says how many files each side has; the conditions of its gates are those it is told. */
const fakePair: PairOperation<z.infer<typeof pairInput>> = {
  id: 'fake-pair',
  takes: 'pair',
  summary: 'A fake of two bundles',
  description: 'Answers with what it was given.',
  input: pairInput,
  result: z.object({ files: z.array(z.int()) }).meta({ id: 'FakePairResult' }),
  examples: [{ summary: 'An example', body: { before: { files: [] }, after: { files: [FILE] } } }],
  gates: ['red', 'green'],
  runPair: (before, after, { holds }) => ({
    ...answer({ namespace: '', self: false }, 0),
    json: () => ({ files: [before, after].map(({ bundle }) => bundle.files.length) }),
    conditions: () => holds,
  }),
};

export interface FakeApp {
  readonly log: readonly string[];
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Sends one YAML document. */
  post(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends an envelope with `options`, and gives the options the operation got. */
  options(query: string, options?: object): Promise<unknown>;
}

export function fakeApp(): FakeApp {
  const log: string[] = [];
  const app = createApp({
    about: { name: 'fake', version: '1.2.3', description: 'A fake service.' },
    operations: [fake, fakePair],
    runner: new InlineRunner([fake, fakePair]),
    graphql: { sdl: 'type Query { a: Int }', operations: [], limits: {}, fetch: () => new Response('graphql') },
    log: (line) => log.push(line),
  });
  const request = async (path: string, init?: RequestInit) => app.request(path, init);
  return {
    log,
    request,
    post: (path, headers = {}) => request(path, { method: 'POST', headers, body: 'kind: A\n' }),
    async options(query, options = {}) {
      const body = JSON.stringify({ files: [FILE], ...options });
      const headers = { 'content-type': 'application/json' };
      const response = await request(`/v1/fake${query}`, { method: 'POST', headers, body });
      const read = (await response.json()) as { readonly options?: unknown };
      return read.options ?? read;
    },
  };
}
