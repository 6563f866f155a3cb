/**
 * The pods of a StatefulSet have fixed names and carry them as labels
 * (https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-name-label), so that a policy may
 * select one of them.
 */

import type { PodGroup } from './pod-group.ts';

/** Pods beyond this many are one group whose own labels are not shown: a policy that names one of them is unusual. */
const NAMED_PODS = 32;

export interface Ordinals {
  readonly name: string;
  readonly start: number;
  readonly replicas: number;
}

export function expandStatefulSet(group: PodGroup, { name, start, replicas }: Ordinals): PodGroup[] {
  const count = Math.max(1, Math.min(replicas, NAMED_PODS));
  const groups = Array.from({ length: count }, (_, i) => named(group, `${name}-${start + i}`, String(start + i)));
  if (replicas > NAMED_PODS) groups.push(withLabels(group, null, null));
  return groups;
}

function named(group: PodGroup, pod: string, index: string): PodGroup {
  return { ...withLabels(group, pod, index), pods: [pod] };
}

function withLabels(group: PodGroup, pod: string | null, index: string | null): PodGroup {
  const labels = new Map(group.labels);
  labels.set('statefulset.kubernetes.io/pod-name', pod);
  labels.set('apps.kubernetes.io/pod-index', index);
  return { ...group, labels };
}
