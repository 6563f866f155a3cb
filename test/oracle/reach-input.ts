/** What an analysis hands to the engine, gathered once more for the dense oracle. */

import type { Analysis } from '../../src/analysis/analysis.ts';
import { clusterEndpoints, podEndpoints } from '../../src/policy/dialects/endpoints.ts';
import { entryController } from '../../src/policy/dialects/entry-controller.ts';
import { targetsOf } from '../../src/policy/front-end.ts';
import type { Way } from '../../src/policy/way.ts';
import type { ReachInput } from './dense/reach.ts';

export function reachInputOf(analysis: Analysis): ReachInput {
  const { level, ingressController } = analysis.options;
  const cluster = analysis.cluster();
  const { stack } = analysis.enforcement();
  const { entry: openings, outside } = analysis.openings();
  const pod: Way = { via: 'pod', stack };
  const input = {
    endpoints: level === 'pod' ? [...podEndpoints(cluster)] : clusterEndpoints(cluster),
    targets: [...outside, ...analysis.frontEnds().flatMap(targetsOf)],
  };
  if (openings.length === 0) return { ...input, ways: [pod] };
  return {
    ...input,
    ways: [pod, { via: 'entry', stack, openings }],
    entries: [{ kind: 'entry', ...entryController(cluster, ingressController) }],
  };
}
