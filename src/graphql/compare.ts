/** From two `bundle` arguments to their difference; each is the analysis that the rest of the query shares. */

import type { QueryDiffArgs } from '../generated/graphql.ts';
import { diff, diffResult } from '../operations/diff.ts';
import { optionFaults } from '../operations/option-faults.ts';
import { digest } from '../util/digest.ts';
import { ProblemError, problem } from '../util/problem.ts';
import { sideOf } from './bundle.ts';
import { lower } from './case.ts';
import type { ComparedBundles, GraphqlContext } from './context.ts';
import { given } from './given.ts';
import { isEmptyInput } from './source.ts';

/** Rejects with a `ProblemError` where a bundle or an argument is refused, or the answer would be too large. */
export async function compare(asked: QueryDiffArgs, context: GraphqlContext): Promise<ComparedBundles> {
  const { before: old, after: current, ...focus } = asked;
  const options = given({ ...focus, direction: focus.direction && lower(focus.direction) });
  const read = diff.input.safeParse(options);
  if (!read.success) throw new ProblemError(optionFaults(read.error));
  if (isEmptyInput(old) && isEmptyInput(current)) {
    throw new ProblemError(problem('empty-bundle', 'Neither `before` nor `after` holds a file.'));
  }
  const [before, after] = await Promise.all([sideOf(old, context), sideOf(current, context)]);
  const { kind } = (isEmptyInput(current) ? before : after).model;
  const models = { before: before.analysis.as(kind), after: after.analysis.as(kind) };
  const result = diffResult(models, read.data);
  return {
    before: { ...before, model: models.before },
    after: { ...after, model: models.after },
    result,
    digest: await digest([before.digest, after.digest, JSON.stringify(options)]),
  };
}
