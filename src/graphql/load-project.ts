/** From a `bundle` argument to its Compose projects, by the same options as over REST. */

import type { QueryProjectArgs } from '../generated/graphql.ts';
import { analyse } from '../operations/analyse.ts';
import { optionFaults } from '../operations/option-faults.ts';
import { project, projectResult } from '../operations/project.ts';
import { digest } from '../util/digest.ts';
import { ProblemError, problem } from '../util/problem.ts';
import { bundleOptionsOf } from './bundle.ts';
import { lower } from './case.ts';
import type { GraphqlContext, LoadedBundle } from './context.ts';
import { given } from './given.ts';
import { isEmptyInput, sourceOf } from './source.ts';

/** Rejects with a `ProblemError` where the bundle or an argument is refused. */
export async function loadProject({ bundle, stage }: QueryProjectArgs, context: GraphqlContext): Promise<LoadedBundle> {
  if (isEmptyInput(bundle)) throw new ProblemError(problem('empty-bundle', 'The bundle holds no file.'));
  const options = { ...bundleOptionsOf(bundle.options), ...given({ stage: stage && lower(stage) }) };
  const read = project.input.safeParse(options);
  if (!read.success) throw new ProblemError(optionFaults(read.error));
  const { name, load } = await sourceOf(bundle, context.snapshots);
  const result = projectResult(analyse(await load(), read.data), read.data);
  return { result, digest: await digest([name, JSON.stringify(options)]) };
}
