/** The fields of an analysis: each asks the operation that answers it over REST, so both always say the same. */

import type { AnalysisPathArgs, AnalysisReachabilityArgs, PortInput, Resolvers } from '../../generated/graphql.ts';
import { evaluate, evaluateResult } from '../../operations/evaluate.ts';
import { findings, policies, workloads } from '../../operations/inventory.ts';
import { optionFaults } from '../../operations/option-faults.ts';
import { reachability, reachabilityResult } from '../../operations/reachability.ts';
import type { EvaluationJson } from '../../operations/results.ts';
import { PROBLEMS, type Problem, type ProblemCode, ProblemError, problem } from '../../util/problem.ts';
import { lower, upper } from '../case.ts';
import { pageOf } from '../connection.ts';
import type { AnalysedBundle } from '../context.ts';

/** Without what is null or undefined: for the operations, an option that is not given is not there. */
function given(options: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null && value !== undefined));
}

function pairs({ analysis }: AnalysedBundle, asked: AnalysisReachabilityArgs) {
  const { focus, focusPeer, direction, connection, external } = asked;
  const options = given({ focus, focusPeer, direction: direction && lower(direction), connection, external });
  const read = reachability.input.safeParse(options);
  if (!read.success) throw new ProblemError(optionFaults(read.error));
  return reachabilityResult(analysis, read.data).connections;
}

/** The problem of one question, from the form the operation's result gives it. */
function rejection(type: string, detail: string, alternatives: readonly string[] | undefined): Problem {
  const code = (Object.keys(PROBLEMS) as ProblemCode[]).find((known) => type === `/problems/${known}`);
  return problem(code ?? 'invalid-options', detail, alternatives === undefined ? {} : { alternatives });
}

const portOf = (port: PortInput | null | undefined): number | string | null | undefined => port?.number ?? port?.name;

function askPath({ analysis }: AnalysedBundle, asked: AnalysisPathArgs): EvaluationJson | Problem {
  const { from, to, protocol, port } = asked;
  const read = evaluate.input.safeParse({ queries: [given({ from, to, protocol, port: portOf(port) })] });
  if (!read.success) return optionFaults(read.error);
  const [result] = evaluateResult(analysis, { queries: read.data.queries ?? [] }).results;
  if (result === undefined) throw new Error('a question without an answer');
  if (!('error' in result)) return result;
  return rejection(result.error.type, result.error.detail, result.error.alternatives);
}

function path(parent: AnalysedBundle, asked: AnalysisPathArgs) {
  try {
    const answer = askPath(parent, asked);
    return 'code' in answer ? { problem: answer } : answer;
  } catch (cause) {
    if (cause instanceof ProblemError) return { problem: cause.problem };
    throw cause;
  }
}

export const analysis: Resolvers = {
  Analysis: {
    complete: ({ analysis }) => analysis.complete,
    verdict: ({ analysis }) => upper(analysis.verdict),
    workloads({ analysis, digest }, asked) {
      const all = workloads(analysis);
      const list = asked.namespace ? all.filter((workload) => workload.namespace === asked.namespace) : all;
      return pageOf(list, { input: digest, field: 'workloads', arguments: asked });
    },
    policies: ({ analysis, digest }, asked) =>
      pageOf(policies(analysis), { input: digest, field: 'policies', arguments: asked }),
    reachability: (parent, asked) =>
      pageOf(pairs(parent, asked), { input: parent.digest, field: 'reachability', arguments: asked }),
    path,
    findings({ analysis, digest }, asked) {
      const { rule, severity } = asked;
      const list = findings(analysis)
        .filter((finding) => !rule || finding.rule === rule)
        .filter((finding) => !severity || upper(finding.severity) === severity);
      return pageOf(list, { input: digest, field: 'findings', arguments: asked });
    },
  },
  PathResult: { __resolveType: (result) => ('problem' in result ? 'QueryRejected' : 'Evaluation') },
};
