/** A group of pods of one workload: what they have in common, as far as connectivity goes. */

import type { Address } from '../algebra/cidr.ts';
import type { ContainerPort } from './pod.ts';
import type { PodLabels } from './pod-labels.ts';

/** What pods of one set have in common. */
export interface PodShape {
  readonly labels: PodLabels;
  readonly ports: readonly ContainerPort[];
  readonly hostNetwork: boolean;
}

/** Pods with the same labels, ports and placement. */
export interface PodGroup extends PodShape {
  /** The node, where the bundle shows it. */
  readonly node: string | undefined;
  readonly addresses: readonly Address[];
  /** Names of the pods, where they are known. */
  readonly pods: readonly string[];
}
