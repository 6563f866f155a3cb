/** Reasons in the contract's form, with the file and line of what decided. */

import type { Analysis } from '../analysis/analysis.ts';
import type { Origin } from '../ingest/document.ts';
import type { Reason } from '../queries/explain.ts';
import type * as results from './results.ts';

export function reasonJson(
  analysis: Analysis,
  { direction, verdict, policy, rule, origin, text }: Reason,
): results.ReasonJson {
  if (!policy) return { direction, verdict, text };
  const { kind, namespace, name } = policy;
  const place = lineOf(analysis, origin ?? policy.origin);
  const reference = {
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
    ...(rule === undefined ? {} : { rule }),
  };
  return { direction, verdict, policy: { ...reference, ...place }, text };
}

function lineOf(analysis: Analysis, origin: Origin): { file: string; line: number } {
  const { file, line } = analysis.locate(origin);
  return { file, line };
}
