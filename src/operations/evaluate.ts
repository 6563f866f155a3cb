/** `POST /v1/evaluate`: single questions, each with its verdict and the rules that decided. */

import * as z from 'zod';
import type { Model } from '../analysis/model.ts';
import { type Evaluation, evaluate as evaluateQuestion } from '../queries/evaluate.ts';
import { PROBLEMS, type Problem, problem } from '../util/problem.ts';
import { connectionJson } from './connection-json.ts';
import { dockerQuestionsExample } from './docker-example.ts';
import { evaluateAnswer } from './evaluate-answer.ts';
import { commonOfAll, requireWorkloads } from './inventory.ts';
import type { BundleOperation } from './operation.ts';
import { analysisOptions } from './options.ts';
import { EXAMPLE_FILES } from './reachability-example.ts';
import { reasonJson } from './reason-json.ts';
import * as results from './results.ts';

const end = z.string().min(1).max(600);
const port = z.union([z.int().min(1).max(65535), z.string().min(1).max(63)]);
const fields = {
  from: end.describe(
    'A workload id, `namespace/name`, `namespace/pod`, a Compose service, an IP address, or an `@` name: `@ingress-controller`, `@host`, `@lan`, `@internet`.',
  ),
  to: end.describe('The same, or a Service: `namespace/name[Service]` or a DNS name; then `port` is the Service’s.'),
  protocol: z.enum(['TCP', 'UDP', 'SCTP']).default('TCP').describe('TCP where none is said.'),
  port: port
    .optional()
    .describe('A number, or a name that the destination resolves. Without it, all that is allowed is answered.'),
  via: results.dockerWay
    .optional()
    .describe(
      'With Docker, by which way: `direct` (to an address of the container), `published` (to a published port at the address of the host on the LAN; `to` is `@host`), `loopback` (the same at 127.0.0.1), `host-process` (to a process of the host), `egress` (to `@internet` or `@lan`). Without it, any way counts.',
    ),
};

const query = z.strictObject(fields).meta({ id: 'Query', description: 'May this end reach that one?' });

export type Query = z.infer<typeof query>;

const input = analysisOptions
  .extend({
    ...fields,
    from: fields.from.optional().describe('One question in the query string: its source.'),
    to: fields.to.optional().describe('One question in the query string: its destination.'),
    queries: z.array(query).min(1).max(20_000).optional().describe('The questions; they are answered in this order.'),
  })
  .refine((v) => v.queries !== undefined || (v.from !== undefined && v.to !== undefined), {
    error: 'give `queries`, or one question as `from` and `to`',
  });

type Input = z.infer<typeof input>;

function questions({ queries, from, to, protocol, port: at, via }: Input): readonly Query[] {
  if (queries) return queries;
  return from === undefined || to === undefined ? [] : [{ from, to, protocol, port: at, via }];
}

/** Of two models the one is meant that has the names. */
export function evaluateResult(
  models: readonly Model[],
  { queries }: { queries: readonly Query[] },
): results.EvaluateResult {
  for (const model of models) requireWorkloads(model);
  return { ...commonOfAll(models), results: queries.map((query) => answerOf(models, query)) };
}

type Result = results.EvaluateResult['results'][number];

/** A name that both models have is for the client to tell. */
function answerOf(models: readonly Model[], query: Query): Result {
  const [first, ...more] = models.map((model) => ({ model, answer: ask(model, query) }));
  if (!first) throw new Error('a bundle is of some model');
  const known = [first, ...more].filter(({ answer }) => !('code' in answer && answer.code === 'unknown-name'));
  const [only, second] = known;
  if (only && second) return queryError(ambiguous(query, models));
  const { model, answer } = only ?? first;
  if ('code' in answer) return queryError(answer);
  const packet = query.port === undefined ? {} : { protocol: query.protocol, port: portOf(query) };
  const by = query.via === undefined ? {} : { via: query.via };
  const told = more.length > 0 ? { model: model.kind } : {};
  return {
    from: query.from,
    to: query.to,
    ...packet,
    ...by,
    ...told,
    ...evaluationJson(model, answer, query.port === undefined),
  };
}

function ambiguous({ from, to }: Query, models: readonly Model[]): Problem {
  const kinds = models.map(({ kind }) => kind);
  const detail = `${from} and ${to} may be of ${kinds.join(' or of ')}; write full ids, or give the option model`;
  return problem('ambiguous-name', detail, { alternatives: kinds.map((kind) => `model=${kind}`) });
}

function ask(model: Model, query: Query): Evaluation | Problem {
  const { from, to, protocol, via } = query;
  return evaluateQuestion(model.world(), { from, to, protocol, port: portOf(query), via });
}

/** In a query string a number is text like everything else; a port name has at least one letter. */
function portOf({ port: asked }: Query): Query['port'] {
  return typeof asked === 'string' && /^\d+$/.test(asked) ? Number(asked) : asked;
}

function evaluationJson(
  model: Model,
  { verdict, allow, unknown, variants, reaches, reasons }: Evaluation,
  whole: boolean,
): Omit<results.EvaluationJson, 'from' | 'to'> {
  return {
    verdict,
    allowed: verdict === 'allow',
    ...(reaches === undefined ? {} : { reaches }),
    ...(whole ? { allow: connectionJson(allow), unknown: connectionJson(unknown) } : {}),
    ...(variants.length > 0 ? { variants: [...variants] } : {}),
    reasons: reasons.map((r) => reasonJson(model, r)),
  };
}

function queryError({ code, detail, alternatives }: Problem): results.QueryErrorJson {
  const more = alternatives && alternatives.length > 0 ? { alternatives: [...alternatives] } : {};
  return { error: { type: `/problems/${code}`, title: PROBLEMS[code].title, detail, ...more } };
}

export const evaluate: BundleOperation<Input> = {
  id: 'evaluate',
  takes: 'bundle',
  summary: 'May A reach B on this port, and why',
  description:
    'A list of questions, each answered with a verdict and the rules that decided on both sides: policy, rule, file and line. A question that makes no sense is an error of its own; the others are answered.',
  input,
  result: results.evaluateResult,
  examples: [
    {
      summary: 'May the API open the database, and may the database call back?',
      body: {
        files: EXAMPLE_FILES,
        queries: [
          { from: 'shop/api', to: 'shop/db', protocol: 'TCP', port: 'main' },
          { from: 'shop/db', to: 'shop/api', protocol: 'TCP', port: 8080 },
        ],
      },
    },
    dockerQuestionsExample,
  ],
  gates: [],
  run: (analysis, options) => evaluateAnswer(evaluateResult(analysis.models(), { queries: questions(options) })),
};
