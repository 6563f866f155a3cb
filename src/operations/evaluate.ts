/** `POST /v1/evaluate`: single questions, each with its verdict and the rules that decided. */

import * as z from 'zod';
import type { Analysis } from '../analysis/analysis.ts';
import type { Origin } from '../ingest/document.ts';
import { type Evaluation, evaluate as evaluateQuestion } from '../queries/evaluate.ts';
import type { Reason } from '../queries/explain.ts';
import { PROBLEMS, type Problem } from '../util/problem.ts';
import { connectionJson } from './connection-json.ts';
import { evaluateAnswer } from './evaluate-answer.ts';
import { common, requireWorkloads } from './inventory.ts';
import type { Operation } from './operation.ts';
import { analysisOptions } from './options.ts';
import { EXAMPLE_FILES } from './reachability-example.ts';
import * as results from './results.ts';

const query = z
  .strictObject({
    from: z.string().min(1).describe('A workload id, `namespace/name`, `namespace/pod`, or an IP address.'),
    to: z.string().min(1).describe('The same.'),
    protocol: z.enum(['TCP', 'UDP', 'SCTP']).default('TCP'),
    port: z
      .union([z.int().min(1).max(65535), z.string().min(1).max(63)])
      .optional()
      .describe('A number, or a name that the destination resolves. Without it, all that is allowed is answered.'),
  })
  .meta({ id: 'Query', description: 'May this end reach that one?' });

export type Query = z.infer<typeof query>;

const input = analysisOptions.extend({
  queries: z.array(query).min(1).max(20_000).describe('The questions; they are answered in this order.'),
});

export function evaluateResult(analysis: Analysis, { queries }: { queries: readonly Query[] }): results.EvaluateResult {
  requireWorkloads(analysis);
  return { ...common(analysis), results: queries.map((q) => answerQuery(analysis, q)) };
}

function answerQuery(analysis: Analysis, asked: Query): results.EvaluateResult['results'][number] {
  const { from, to, protocol, port } = asked;
  const answer = evaluateQuestion(analysis.reach(), { from, to, protocol, port });
  if ('code' in answer) return queryError(answer);
  const packet = port === undefined ? {} : { protocol, port };
  return { from, to, ...packet, ...evaluationJson(analysis, answer, port === undefined) };
}

function evaluationJson(
  analysis: Analysis,
  { verdict, allow, unknown, variants, reasons }: Evaluation,
  whole: boolean,
): Omit<results.EvaluationJson, 'from' | 'to'> {
  return {
    verdict,
    allowed: verdict === 'allow',
    ...(whole ? { allow: connectionJson(allow), unknown: connectionJson(unknown) } : {}),
    ...(variants.length > 0 ? { variants: [...variants] } : {}),
    reasons: reasons.map((r) => reasonJson(analysis, r)),
  };
}

function reasonJson(
  analysis: Analysis,
  { direction, verdict, policy, rule, origin, text }: Reason,
): results.ReasonJson {
  if (!policy) return { direction, verdict, text };
  const { kind, namespace, name } = policy;
  const place = lineOf(analysis, origin ?? policy.origin);
  const reference = {
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
    ...(rule === undefined ? {} : { rule }),
  };
  return { direction, verdict, policy: { ...reference, ...place }, text };
}

function lineOf(analysis: Analysis, origin: Origin): { file: string; line: number } {
  const { file, line } = analysis.locate(origin);
  return { file, line };
}

function queryError({ code, detail, alternatives }: Problem): results.QueryErrorJson {
  const more = alternatives && alternatives.length > 0 ? { alternatives: [...alternatives] } : {};
  return { error: { type: `/problems/${code}`, title: PROBLEMS[code].title, detail, ...more } };
}

export const evaluate: Operation<z.infer<typeof input>> = {
  id: 'evaluate',
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
  run: (analysis, { queries }) => evaluateAnswer(evaluateResult(analysis, { queries })),
};
