/** The root fields. A bundle that is refused is an answer, not an error. */

import type { Resolvers } from '../../generated/graphql.ts';
import { LIMITS } from '../../ingest/index.ts';
import { type Problem, ProblemError } from '../../util/problem.ts';
import { analysisOf } from '../bundle.ts';
import { compare } from '../compare.ts';
import { QUERY_LIMITS } from '../limits.ts';
import { loadProject } from '../load-project.ts';
import { validated } from '../validate.ts';

async function orInputRejected<T>(answer: Promise<T>): Promise<T | { readonly problems: readonly Problem[] }> {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof ProblemError) return { problems: [cause.problem] };
    throw cause;
  }
}

export const query: Resolvers = {
  Query: {
    analysis: (_parent, { bundle }, context) => orInputRejected(analysisOf(bundle, context)),
    diff: (_parent, asked, context) => orInputRejected(compare(asked, context)),
    validation: (_parent, asked, context) => orInputRejected(validated(asked, context)),
    project: (_parent, asked, context) => orInputRejected(loadProject(asked, context)),
    limits: () => Object.entries({ ...LIMITS, ...QUERY_LIMITS }).map(([name, limit]) => ({ name, ...limit })),
    version: (_parent, _arguments, { version }) => version,
  },
  AnalysisResult: { __resolveType: (result) => ('problems' in result ? 'InputRejected' : 'Analysis') },
  DiffResult: { __resolveType: (result) => ('problems' in result ? 'InputRejected' : 'Diff') },
};
