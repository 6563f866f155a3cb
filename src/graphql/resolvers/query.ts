/** The root fields. A bundle that is refused is an answer, not an error. */

import type { Resolvers } from '../../generated/graphql.ts';
import { LIMITS } from '../../ingest/index.ts';
import { ProblemError } from '../../util/problem.ts';
import { analysisOf } from '../bundle.ts';
import { QUERY_LIMITS } from '../limits.ts';

export const query: Resolvers = {
  Query: {
    async analysis(_parent, { bundle }, context) {
      try {
        return await analysisOf(bundle, context);
      } catch (cause) {
        if (cause instanceof ProblemError) return { problems: [cause.problem] };
        throw cause;
      }
    },
    limits: () => Object.entries({ ...LIMITS, ...QUERY_LIMITS }).map(([name, limit]) => ({ name, ...limit })),
    version: (_parent, _arguments, { version }) => version,
  },
  AnalysisResult: { __resolveType: (result) => ('problems' in result ? 'InputRejected' : 'Analysis') },
};
