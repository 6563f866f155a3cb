/** Which NetworkPolicies select each pod, by direction: united, they say what it may do. */

import type { Direction } from '../../policy/rule.ts';
import { entryOf, pushTo } from '../../util/ordering.ts';
import type { PodTemplate } from './pod-template.ts';
import type { PolicyView } from './policy-view.ts';

/** Pods that the same policies select. */
export interface IsolatedGroup {
  readonly policies: readonly PolicyView[];
  readonly pods: readonly PodTemplate[];
}

export class Isolation {
  readonly #byPod: Readonly<Record<Direction, Map<PodTemplate, PolicyView[]>>> = {
    ingress: new Map(),
    egress: new Map(),
  };
  readonly #groups: Partial<Record<Direction, readonly IsolatedGroup[]>> = {};

  constructor(policies: readonly PolicyView[]) {
    for (const policy of policies) {
      for (const direction of ['ingress', 'egress'] as const) {
        if (!policy.isolates[direction]) continue;
        for (const pod of policy.selected.pods) {
          // In the network of its node no policy holds it.
          if (!pod.hostNetwork) pushTo(this.#byPod[direction], pod, policy);
        }
      }
    }
  }

  /** The policies that isolate a pod. */
  of(pod: PodTemplate, direction: Direction): readonly PolicyView[] {
    return this.#byPod[direction].get(pod) ?? [];
  }

  /** In the order of their first pods. */
  groups(direction: Direction): readonly IsolatedGroup[] {
    this.#groups[direction] ??= groupsOf(this.#byPod[direction]);
    return this.#groups[direction];
  }
}

function groupsOf(byPod: ReadonlyMap<PodTemplate, PolicyView[]>): IsolatedGroup[] {
  const numbers = new Map<PolicyView, number>();
  const groups = new Map<string, { policies: PolicyView[]; pods: PodTemplate[] }>();
  for (const [pod, policies] of byPod) {
    const key = policies.map((policy) => numberOf(policy, numbers)).join();
    entryOf(groups, key, () => ({ policies, pods: [] })).pods.push(pod);
  }
  return [...groups.values()];
}

function numberOf(policy: PolicyView, numbers: Map<PolicyView, number>): number {
  const known = numbers.get(policy) ?? numbers.size;
  numbers.set(policy, known);
  return known;
}
