/** The engine's side of the comparison for Services: which pods it leads a client to, and what becomes of it there. */

import { intersect, isEmpty } from '../../src/algebra/connection-set.ts';
import { backendsOf } from '../../src/queries/through-front-end.ts';
import { analysisOfObjects, nodeOf } from './ask-engine.ts';
import type { OracleOptions, ServiceFlow, Verdict } from './flow.ts';
import type { Manifest } from './manifests.ts';

/** One verdict for each pod that the Service leads to, by `namespace/name`, as `naiveService` has it. */
export function askEngineService(
  objects: readonly Manifest[],
  options: OracleOptions,
): (flow: ServiceFlow) => ReadonlyMap<string, Verdict> {
  const analysis = analysisOfObjects(objects, options);
  const reach = analysis.reach();
  return ({ from, to, protocol, port }) => {
    const frontEnd = analysis.frontEnds().find((f) => f.id === `${to.service}[Service]`);
    const verdicts = new Map<string, Verdict>();
    if (!frontEnd || protocol === 'other') return verdicts;
    const source = nodeOf(reach, from);
    for (const { node, packets } of backendsOf(reach, frontEnd, { from: '', to: '', protocol, port })) {
      const pod = reach.nodes[node];
      // A controller without pods stands for pods that might be; the oracle knows only those that are.
      if (pod?.kind !== 'endpoint' || pod.endpoint.kind !== 'Pod') continue;
      const cell = reach.between(source, node);
      const allowed = !isEmpty(intersect(cell.allow, packets));
      const verdict = allowed ? 'allow' : isEmpty(intersect(cell.unknown, packets)) ? 'deny' : 'unknown';
      verdicts.set(pod.endpoint.id.replace('[Pod]', ''), verdict);
    }
    return verdicts;
  };
}
