/** The search for what made changes, by the model that is compared. */

import { Analysis } from '../analysis/analysis.ts';
import { DockerModel } from '../analysis/docker-model.ts';
import type { Model } from '../analysis/model.ts';
import type { BySide } from '../ingest/index.ts';
import { clusterEndpoints, podEndpoints } from '../policy/dialects/endpoints.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { Cause, CauseSide } from '../queries/diff/cause.ts';
import { Causes } from '../queries/diff/causes.ts';
import type { Change } from '../queries/diff/change.ts';
import { HostCauses, type HostSide } from '../queries/diff/host-causes.ts';

export function causesOf({ before, after }: BySide<Model>): { of(change: Change): Cause[] } {
  if (before instanceof DockerModel && after instanceof DockerModel) {
    return new HostCauses({ before: hostSide(before), after: hostSide(after) });
  }
  if (before instanceof Analysis && after instanceof Analysis) {
    return new Causes({ before: clusterSide(before), after: clusterSide(after) }, after.options.namespace);
  }
  throw new Error('models of one kind are compared');
}

function clusterSide(analysis: Analysis): CauseSide {
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

function hostSide(model: DockerModel): HostSide {
  return { world: model.world(), originOf: (id) => model.network().services.get(id)?.origin };
}

/** Whether there is something for the network plugin to enforce. */
function hasPolicies({ layers }: PolicyStack): boolean {
  return layers.some((layer) => layer.name === 'cni');
}
