/** Who might be beyond the workloads of a bundle, as exposure asks about them; and whom no policy guards. */

import type { Reach } from '../engine/reach.ts';
import type { Endpoint } from '../policy/endpoint.ts';
import type { Policy } from '../policy/rule.ts';
import type { PolicyStack } from '../policy/stack.ts';
import type { Stranger } from '../policy/stranger.ts';
import { type ExposureQuery, type Unprotected, unprotected } from './exposure.ts';
import { exposureCost } from './exposure-cost.ts';
import { type Names, named } from './focus.ts';
import { hypotheticalSelectors } from './hypothetical-selectors.ts';

export interface Beyond {
  readonly strangers: readonly Stranger[];
  /** How many questions are asked at most about the workloads of a focus. */
  cost(focus: Names): number;
  unprotected(query: ExposureQuery): Unprotected[];
}

/** A cluster: pods that meet a selector of some rule; `stack` has what is in effect of the policies. */
export function clusterBeyond(
  reach: Reach,
  given: { readonly stack: PolicyStack; readonly policies: readonly Policy[] },
): Beyond {
  const { stack } = given;
  const selectors = hypotheticalSelectors(reach, stack);
  return {
    strangers: selectors.map((selector) => ({ selector })),
    cost: (focus) => exposureCost(reach, { stack, selectors: selectors.length, focus }),
    unprotected: (query) => unprotected(reach, given, query),
  };
}

/** A Docker host: containers of other projects on networks that no file makes; nothing guards the host's own network. */
export function hostBeyond({ reach, strangers, isUnguarded }: HostGiven): Beyond {
  return {
    strangers,
    cost: (focus) => (strangers.length + 1) * reach.nodes.length * (focus.length > 0 ? 1 : 2),
    unprotected: ({ focus, direction }) => {
      const inFocus = focus.length > 0 ? named(focus) : () => true;
      const directions = direction ? [direction] : (['egress', 'ingress'] as const);
      return reach.nodes.flatMap((node) => {
        if (node.kind !== 'endpoint' || !isUnguarded(node.endpoint) || !inFocus(node.endpoint)) return [];
        return directions.map((each) => ({ endpoint: node.endpoint, direction: each }));
      });
    },
  };
}

interface HostGiven {
  readonly reach: Reach;
  readonly strangers: readonly Stranger[];
  /** Whether it is in the network of the host. */
  isUnguarded(endpoint: Endpoint): boolean;
}
