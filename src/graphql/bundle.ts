/** From the `bundle` argument to an analysis, through the same door and under the same limits as every upload. */

import type { AnalysisOptionsInput, BundleInput } from '../generated/graphql.ts';
import { readBody } from '../ingest/index.ts';
import { analyse } from '../operations/analyse.ts';
import { requireWorkloads } from '../operations/inventory.ts';
import { digest } from '../util/digest.ts';
import { byKeys } from '../util/ordering.ts';
import { lower } from './case.ts';
import type { AnalysedBundle, GraphqlContext } from './context.ts';

/** The options in the words of the operations; what is null or missing is left to their defaults. */
function options(input: AnalysisOptionsInput | null | undefined): Readonly<Record<string, unknown>> {
  const { namespace, ipBlockPods, level } = input ?? {};
  return {
    ...(namespace === null || namespace === undefined ? {} : { namespace }),
    ...(ipBlockPods ? { ipBlockPods: lower(ipBlockPods) } : {}),
    ...(level ? { level: lower(level) } : {}),
  };
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

async function begin(envelope: string, given: Readonly<Record<string, unknown>>, id: string): Promise<AnalysedBundle> {
  const { bundle } = await readBody(new Blob([envelope]).stream(), 'application/json');
  const analysis = analyse(bundle, given);
  // Asking here makes a bundle that cannot be analysed an answer of the union, not an error of some field.
  requireWorkloads(analysis);
  return { analysis, digest: id };
}

/** The analysis of an input, begun once per request; rejects with a `ProblemError` where the input is refused. */
export async function analysisOf(input: BundleInput, context: GraphqlContext): Promise<AnalysedBundle> {
  const given = options(input.options);
  const envelope = JSON.stringify({ files: sorted(input.files) });
  const id = await digest([envelope, JSON.stringify(given)]);
  const known = context.analyses.get(id);
  if (known !== undefined) return known;
  const begun = begin(envelope, given, id);
  context.analyses.set(id, begun);
  return begun;
}
