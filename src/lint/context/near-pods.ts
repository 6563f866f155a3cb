/**
 * What a selector that selects nothing came closest to: pods of its namespace that miss one label by a slip, or pods of
 * another namespace that have all of them.
 */

import type { NearNames } from './near-names.ts';
import type { PodIndex } from './pod-index.ts';
import type { PodTemplate } from './pod-template.ts';
import { formatRequirements, meetsAll, type Requirement } from './requirements.ts';

export interface NearPods {
  readonly pod: PodTemplate;
  /** The requirement that was missed by a slip, and what the pod has; absent where another namespace is meant. */
  readonly slip?: { readonly requirement: Requirement; readonly key: string; readonly value: string };
}

/** How many pods of a namespace, and how many namespaces, are looked at. */
const MOST_LOOKED_AT = 100;

export class NearPodFinder {
  readonly #pods: PodIndex;
  readonly #names: NearNames;

  constructor(pods: PodIndex, names: NearNames) {
    this.#pods = pods;
    this.#names = names;
  }

  find(namespace: string, requirements: readonly Requirement[]): NearPods | undefined {
    return this.#bySlip(namespace, requirements) ?? this.#elsewhere(namespace, requirements);
  }

  #bySlip(namespace: string, requirements: readonly Requirement[]): NearPods | undefined {
    for (const requirement of requirements) {
      const others = requirements.filter((other) => other !== requirement);
      for (const pod of this.#pods.in(namespace).slice(0, MOST_LOOKED_AT)) {
        const slip = meetsAll(pod.labels, others) ? this.#slipOf(pod, requirement) : undefined;
        if (slip) return { pod, slip };
      }
    }
    return undefined;
  }

  #slipOf({ labels }: PodTemplate, requirement: Requirement): NearPods['slip'] {
    const { key, operator, values } = requirement;
    const [value, ...more] = values;
    if (operator !== 'In' || value === undefined || more.length > 0) return undefined;
    const has = labels.get(key);
    if (has) return this.#names.isSlip(value, has) ? { requirement, key, value: has } : undefined;
    for (const [other, shown] of labels) {
      if (shown === value && this.#names.isSlip(key, other)) return { requirement, key: other, value };
    }
    return undefined;
  }

  #elsewhere(home: string, requirements: readonly Requirement[]): NearPods | undefined {
    let looked = 0;
    for (const namespace of this.#pods.namespaces) {
      if (namespace === home) continue;
      if (looked++ >= MOST_LOOKED_AT) break;
      const [pod] = this.#pods.select(namespace, requirements).pods;
      if (pod) return { pod };
    }
    return undefined;
  }
}

/** The end of a message: what there is instead. */
export function formatNearPods({ pod, slip }: NearPods): string {
  const { kind, name, namespace } = pod.object;
  if (!slip) return `${kind} ${name} of namespace ${namespace} has these labels`;
  return `${kind} ${name} has ${slip.key}=${slip.value}, not ${formatRequirements([slip.requirement])}`;
}
