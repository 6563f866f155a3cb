/** `POST /v1/evaluate`: single questions, each with its verdict and the rules that decided. */

import * as z from 'zod';
import type { Analysis } from '../analysis/analysis.ts';
import { type Evaluation, evaluate as evaluateQuestion } from '../queries/evaluate.ts';
import { PROBLEMS, type Problem } from '../util/problem.ts';
import { connectionJson } from './connection-json.ts';
import { evaluateAnswer } from './evaluate-answer.ts';
import { common, requireWorkloads } from './inventory.ts';
import type { BundleOperation } from './operation.ts';
import { analysisOptions } from './options.ts';
import { EXAMPLE_FILES } from './reachability-example.ts';
import { reasonJson } from './reason-json.ts';
import * as results from './results.ts';

const end = z.string().min(1).max(600);
const port = z.union([z.int().min(1).max(65535), z.string().min(1).max(63)]);
const fields = {
  from: end.describe('A workload id, `namespace/name`, `namespace/pod`, an IP address, or `@ingress-controller`.'),
  to: end.describe('The same, or a Service: `namespace/name[Service]` or a DNS name; then `port` is the Service’s.'),
  protocol: z.enum(['TCP', 'UDP', 'SCTP']).default('TCP').describe('TCP where none is said.'),
  port: port
    .optional()
    .describe('A number, or a name that the destination resolves. Without it, all that is allowed is answered.'),
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

function questions({ queries, from, to, protocol, port: at }: Input): readonly Query[] {
  if (queries) return queries;
  return from === undefined || to === undefined ? [] : [{ from, to, protocol, port: at }];
}

export function evaluateResult(analysis: Analysis, { queries }: { queries: readonly Query[] }): results.EvaluateResult {
  requireWorkloads(analysis);
  return { ...common(analysis), results: queries.map((q) => answerQuery(analysis, q)) };
}

function answerQuery(analysis: Analysis, asked: Query): results.EvaluateResult['results'][number] {
  const { from, to, protocol } = asked;
  // In a query string a number is text like everything else; a port name has at least one letter.
  const port = typeof asked.port === 'string' && /^\d+$/.test(asked.port) ? Number(asked.port) : asked.port;
  const answer = evaluateQuestion(analysis.world(), { from, to, protocol, port });
  if ('code' in answer) return queryError(answer);
  const packet = port === undefined ? {} : { protocol, port };
  return { from, to, ...packet, ...evaluationJson(analysis, answer, port === undefined) };
}

function evaluationJson(
  analysis: Analysis,
  { verdict, allow, unknown, variants, reaches, reasons }: Evaluation,
  whole: boolean,
): Omit<results.EvaluationJson, 'from' | 'to'> {
  return {
    verdict,
    allowed: verdict === 'allow',
    ...(reaches === undefined ? {} : { reaches }),
    ...(whole ? { allow: connectionJson(allow), unknown: connectionJson(unknown) } : {}),
    ...(variants.length > 0 ? { variants: [...variants] } : {}),
    reasons: reasons.map((r) => reasonJson(analysis, r)),
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
  ],
  gates: [],
  run: (analysis, options) => evaluateAnswer(evaluateResult(analysis, { queries: questions(options) })),
};
