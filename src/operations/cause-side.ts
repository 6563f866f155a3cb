/** One side of a diff as the search for causes wants it. */

import type { Analysis } from '../analysis/analysis.ts';
import { clusterEndpoints, podEndpoints } from '../policy/dialects/endpoints.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { CauseSide } from '../queries/diff/cause.ts';

export function causeSide(analysis: Analysis): CauseSide {
  const { level } = analysis.options;
  const { documents } = analysis.parsed();
  const cluster = analysis.cluster();
  const { stack } = analysis.enforcement();
  const { stack: written, policies } = analysis.policies();
  return {
    reach: analysis.reach(),
    documents,
    cluster,
    policies,
    stack,
    endpoints: level === 'pod' ? [...podEndpoints(cluster)] : clusterEndpoints(cluster),
    openings: analysis.openings().entry,
    enforced: hasPolicies(written) ? hasPolicies(stack) : undefined,
    plugins: () => analysis.evidence().plugins.map((plugin) => plugin.origin),
  };
}

/** Whether there is something for the network plugin to enforce. */
function hasPolicies({ layers }: PolicyStack): boolean {
  return layers.some((layer) => layer.name === 'cni');
}
