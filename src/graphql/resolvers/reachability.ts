/** The matrix: the pairs are found as over REST, and only those of the page are written and explained. */

import type { AnalysisReachabilityArgs, Resolvers } from '../../generated/graphql.ts';
import { findingsJson } from '../../operations/inventory.ts';
import { optionFaults } from '../../operations/option-faults.ts';
import { explained, pairJson } from '../../operations/pair-json.ts';
import { reachability } from '../../operations/reachability.ts';
import { askedPairs } from '../../operations/reachability-result.ts';
import type { FindingJson } from '../../operations/results.ts';
import { ProblemError } from '../../util/problem.ts';
import { lower, upper } from '../case.ts';
import { type Page, writtenPage } from '../connection.ts';
import type { AnalysedBundle } from '../context.ts';
import { given } from '../given.ts';
import { orRejected } from '../rejected.ts';

type MatrixPage = Page<ReturnType<typeof pairJson>> & { readonly findings: readonly FindingJson[] };

async function pageOfPairs({ model, digest }: AnalysedBundle, asked: AnalysisReachabilityArgs): Promise<MatrixPage> {
  const { focus, focusPeer, direction, connection, self, external, explain } = asked;
  const options = { focus, focusPeer, direction: direction && lower(direction), connection, self, external, explain };
  const read = reachability.input.safeParse(given(options));
  if (!read.success) throw new ProblemError(optionFaults(read.error));
  const { found, findings } = askedPairs(model, read.data);
  const page = await writtenPage(found, { input: digest, field: 'reachability', arguments: asked }, (pairs) => {
    const because = read.data.explain ? explained(pairs.length) : () => ({});
    return pairs.map((pair) => ({ ...pairJson(model, pair), ...because(model, pair) }));
  });
  return { ...page, findings: findingsJson(model, findings) };
}

export const pairsOf = (parent: AnalysedBundle, asked: AnalysisReachabilityArgs) =>
  orRejected(() => pageOfPairs(parent, asked));

export const matrix: Resolvers = {
  ReachabilityResult: { __resolveType: (result) => ('problem' in result ? 'QueryRejected' : 'ReachabilityConnection') },
  Reach: { ways: ({ ways = [] }) => ways },
  Way: { via: ({ via }) => upper(via) },
};
