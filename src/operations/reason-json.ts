/** Reasons in the contract's form, with the file and line of what decided. */

import type { Model } from '../analysis/model.ts';
import type { Origin } from '../ingest/document.ts';
import type { Reason } from '../queries/explain.ts';
import type * as results from './results.ts';

export function reasonJson(
  model: Model,
  { direction, verdict, via, policy, rule, origin, text }: Reason,
): results.ReasonJson {
  const way = via === undefined ? {} : { via };
  if (!policy) return { direction, verdict, ...way, text };
  const { kind, namespace, name } = policy;
  const place = lineOf(model, origin ?? policy.origin);
  const reference = {
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
    // What speaks for itself has no rules that anybody wrote.
    ...(rule === undefined || policy.text !== undefined ? {} : { rule }),
  };
  return { direction, verdict, ...way, policy: { ...reference, ...place }, text };
}

function lineOf(model: Model, origin: Origin): { file: string; line: number } {
  const { file, line } = model.locate(origin);
  return { file, line };
}
