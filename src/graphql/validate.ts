/** From a `bundle` argument to its validation, by the same rules and options as over REST. */

import type { QueryValidationArgs } from '../generated/graphql.ts';
import { analyse } from '../operations/analyse.ts';
import { optionFaults } from '../operations/option-faults.ts';
import { validate } from '../operations/validate.ts';
import { validation } from '../operations/validation.ts';
import { digest } from '../util/digest.ts';
import { ProblemError, problem } from '../util/problem.ts';
import { analysisOptionsOf } from './bundle.ts';
import { lower } from './case.ts';
import type { GraphqlContext, ValidatedBundle } from './context.ts';
import { given } from './given.ts';
import { isEmptyInput, sourceOf } from './source.ts';

/** The options in the words of the operation. */
function optionsOf({ bundle, completeness, rules, kubernetes, only, baseline }: QueryValidationArgs) {
  return {
    ...analysisOptionsOf(bundle.options),
    ...given({
      kubernetes,
      only,
      baseline,
      completeness: completeness && lower(completeness),
      rules: rules && Object.fromEntries(rules.map(({ rule, level }) => [rule, lower(level)])),
    }),
  };
}

/** Rejects with a `ProblemError` where the bundle or an argument is refused. */
export async function validated(asked: QueryValidationArgs, context: GraphqlContext): Promise<ValidatedBundle> {
  if (isEmptyInput(asked.bundle)) throw new ProblemError(problem('empty-bundle', 'The bundle holds no file.'));
  const options = optionsOf(asked);
  const read = validate.input.safeParse(options);
  if (!read.success) throw new ProblemError(optionFaults(read.error));
  const { name, load } = await sourceOf(asked.bundle, context.snapshots);
  const id = await digest([name, JSON.stringify(options)]);
  const known = context.validations.get(id);
  if (known) return known;
  const begun = load().then((bundle) => {
    const analysis = analyse(bundle, read.data, { keepObjects: true });
    return { result: validation(analysis, read.data), digest: id };
  });
  context.validations.set(id, begun);
  return begun;
}
