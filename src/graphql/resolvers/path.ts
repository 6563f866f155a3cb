/** One question: may this end reach that one, and what decided it? */

import type { AnalysisPathArgs, PortInput, Resolvers } from '../../generated/graphql.ts';
import { evaluate, evaluateResult } from '../../operations/evaluate.ts';
import { optionFaults } from '../../operations/option-faults.ts';
import type { EvaluationJson } from '../../operations/results.ts';
import { PROBLEMS, type Problem, type ProblemCode, ProblemError, problem } from '../../util/problem.ts';
import { upper } from '../case.ts';
import type { AnalysedBundle } from '../context.ts';
import { given } from '../given.ts';
import { orRejected } from '../rejected.ts';

/** The problem of one question, from the form the operation's result gives it. */
function rejection(type: string, detail: string, alternatives: readonly string[] | undefined): Problem {
  const code = (Object.keys(PROBLEMS) as ProblemCode[]).find((known) => type === `/problems/${known}`);
  return problem(code ?? 'invalid-options', detail, alternatives === undefined ? {} : { alternatives });
}

const WAYS = {
  DIRECT: 'direct',
  PUBLISHED: 'published',
  LOOPBACK: 'loopback',
  HOST_PROCESS: 'host-process',
  EGRESS: 'egress',
} as const;

const portOf = (port: PortInput | null | undefined): number | string | null | undefined => port?.number ?? port?.name;

function askPath({ model }: AnalysedBundle, asked: AnalysisPathArgs): EvaluationJson {
  const { from, to, protocol, port, via } = asked;
  const query = given({ from, to, protocol, port: portOf(port), via: via && WAYS[via] });
  const read = evaluate.input.safeParse({ queries: [query] });
  if (!read.success) throw new ProblemError(optionFaults(read.error));
  const [result] = evaluateResult([model], { queries: read.data.queries ?? [] }).results;
  if (result === undefined) throw new Error('a question without an answer');
  if (!('error' in result)) return result;
  const { type, detail, alternatives } = result.error;
  throw new ProblemError(rejection(type, detail, alternatives));
}

export const path: Resolvers = {
  PathResult: { __resolveType: (result) => ('problem' in result ? 'QueryRejected' : 'Evaluation') },
  Evaluation: {
    verdict: ({ verdict }) => upper(verdict),
    via: ({ via }) => (via === undefined ? null : upper(via)),
    model: ({ model }) => (model === undefined ? null : upper(model)),
    variants: ({ variants = [] }) => variants.map(({ verdict, ...ends }) => ({ ...ends, verdict: upper(verdict) })),
  },
  Reason: {
    direction: ({ direction }) => upper(direction),
    verdict: ({ verdict }) => upper(verdict),
    via: ({ via }) => (via === undefined ? null : upper(via)),
  },
};

export const pathOf = (parent: AnalysedBundle, asked: AnalysisPathArgs) => orRejected(() => askPath(parent, asked));
