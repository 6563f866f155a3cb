/** From the `bundle` argument to an analysis, through the same door and under the same limits as every upload. */

import type { Analysis } from '../analysis/analysis.ts';
import type { AnalysisOptionsInput, BundleInput } from '../generated/graphql.ts';
import { type Bundle, readBody } from '../ingest/index.ts';
import { analyse } from '../operations/analyse.ts';
import { requireWorkloads } from '../operations/inventory.ts';
import { digest } from '../util/digest.ts';
import { byKeys } from '../util/ordering.ts';
import { ProblemError, problem } from '../util/problem.ts';
import { lower } from './case.ts';
import type { AnalysedBundle, GraphqlContext } from './context.ts';
import { given } from './given.ts';

const ENGINES = { ENGINE_29: '29', ENGINE_28: '28', ENGINE_BEFORE_28: 'before-28' } as const;

/** The options in the words of the operations; what is null or missing is left to their defaults. */
function options(input: AnalysisOptionsInput | null | undefined): Record<string, unknown> {
  const { namespace, ipBlockPods, enforcement, level, ingressController, model, dockerEngine, env } = input ?? {};
  const { composeFiles, projectName, profiles, input: kind } = input ?? {};
  return given({
    namespace,
    ipBlockPods: ipBlockPods && lower(ipBlockPods),
    enforcement: enforcement && lower(enforcement),
    level: level && lower(level),
    ingressController,
    model: model && lower(model),
    dockerEngine: dockerEngine && ENGINES[dockerEngine],
    composeFiles,
    projectName,
    profiles,
    env: env && Object.fromEntries(env.map(({ name, value }) => [name, value])),
    input: kind && 'docker-cli',
  });
}

/** The order of files means nothing, and must not show in a digest. */
function sorted(files: BundleInput['files']): BundleInput['files'] {
  return files.toSorted(
    byKeys(
      (file) => file.path,
      (file) => file.content,
    ),
  );
}

async function begin(envelope: string, asked: Readonly<Record<string, unknown>>, id: string): Promise<AnalysedBundle> {
  const { bundle } = await readBody({ body: new Blob([envelope]).stream(), contentType: 'application/json' });
  return withModel(analyse(bundle, asked), id);
}

/** Of two models, the first. */
function withModel(analysis: Analysis, id: string): AnalysedBundle {
  return { analysis, model: analysis.models()[0] ?? analysis, digest: id };
}

const EMPTY: Bundle = { files: [] };

/** One side of a comparison: it may be empty, and need not hold a workload. */
export async function sideOf(input: BundleInput, context: GraphqlContext): Promise<AnalysedBundle> {
  const asked = options(input.options);
  const envelope = JSON.stringify({ files: sorted(input.files) });
  const id = await digest([envelope, JSON.stringify(asked)]);
  if (input.files.length === 0) return withModel(analyse(EMPTY, asked), id);
  const known = context.analyses.get(id);
  if (known !== undefined) return known;
  const begun = begin(envelope, asked, id);
  context.analyses.set(id, begun);
  return begun;
}

/** The analysis of an input, begun once per request; rejects with a `ProblemError` where the input is refused. */
export async function analysisOf(input: BundleInput, context: GraphqlContext): Promise<AnalysedBundle> {
  if (input.files.length === 0) throw new ProblemError(problem('empty-bundle', 'The bundle holds no file.'));
  const analysed = await sideOf(input, context);
  // Asking here makes a bundle that cannot be analysed an answer of the union, not an error of some field.
  requireWorkloads(analysed.model);
  return analysed;
}
