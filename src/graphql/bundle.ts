/** From the `bundle` argument to an analysis, through the same door and under the same limits as every upload. */

import type { Analysis } from '../analysis/analysis.ts';
import type { AnalysisOptionsInput, BundleInput } from '../generated/graphql.ts';
import type { Bundle } from '../ingest/index.ts';
import { analyse } from '../operations/analyse.ts';
import { requireWorkloads } from '../operations/inventory.ts';
import { digest } from '../util/digest.ts';
import { ProblemError, problem } from '../util/problem.ts';
import { lower } from './case.ts';
import type { AnalysedBundle, GraphqlContext } from './context.ts';
import { given } from './given.ts';
import { isEmptyInput, sourceOf } from './source.ts';

const ENGINES = { ENGINE_29: '29', ENGINE_28: '28', ENGINE_BEFORE_28: 'before-28' } as const;

type Options = AnalysisOptionsInput | null | undefined;

/** The options of a bundle in the words of the operations; what is null or missing is left to their defaults. */
export function bundleOptionsOf(input: Options): Record<string, unknown> {
  const { namespace, model, env, composeFiles, projectName, profiles, input: kind } = input ?? {};
  return given({
    namespace,
    model: model && lower(model),
    composeFiles,
    projectName,
    profiles,
    env: env && Object.fromEntries(env.map(({ name, value }) => [name, value])),
    input: kind && 'docker-cli',
  });
}

/** The same, and those of analyses. */
export function analysisOptionsOf(input: Options): Record<string, unknown> {
  const { ipBlockPods, enforcement, level, ingressController, dockerEngine } = input ?? {};
  return {
    ...bundleOptionsOf(input),
    ...given({
      ipBlockPods: ipBlockPods && lower(ipBlockPods),
      enforcement: enforcement && lower(enforcement),
      level: level && lower(level),
      ingressController,
      dockerEngine: dockerEngine && ENGINES[dockerEngine],
    }),
  };
}

/** Of two models, the first. */
function withModel(analysis: Analysis, id: string): AnalysedBundle {
  return { analysis, model: analysis.models()[0] ?? analysis, digest: id };
}

const EMPTY: Bundle = { files: [] };

/** One side of a comparison: it may be empty, and need not hold a workload. */
export async function sideOf(input: BundleInput, context: GraphqlContext): Promise<AnalysedBundle> {
  const asked = analysisOptionsOf(input.options);
  const { name, load } = await sourceOf(input, context.snapshots);
  const id = await digest([name, JSON.stringify(asked)]);
  if (isEmptyInput(input)) return withModel(analyse(EMPTY, asked), id);
  const known = context.analyses.get(id);
  if (known !== undefined) return known;
  const begun = load().then((bundle) => withModel(analyse(bundle, asked), id));
  context.analyses.set(id, begun);
  return begun;
}

/** The analysis of an input, begun once per request; rejects with a `ProblemError` where the input is refused. */
export async function analysisOf(input: BundleInput, context: GraphqlContext): Promise<AnalysedBundle> {
  if (isEmptyInput(input)) throw new ProblemError(problem('empty-bundle', 'The bundle holds no file.'));
  const analysed = await sideOf(input, context);
  // Asking here makes a bundle that cannot be analysed an answer of the union, not an error of some field.
  requireWorkloads(analysed.model);
  return analysed;
}
