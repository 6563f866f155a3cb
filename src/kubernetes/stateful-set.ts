/**
 * The pods of a StatefulSet have fixed names and carry them as labels
 * (https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-name-label), so that a policy may
 * select one of them. Hardly any does: its pods are one group, and what tells them apart follows from their names.
 */

import type { PodGroup } from './pod-group.ts';
import { type PodLabel, withLabels } from './pod-labels.ts';

/** Pods beyond this many are one group whose own labels are not shown: a policy that names one of them is unusual. */
const NAMED_PODS = 32;

const POD_NAME = 'statefulset.kubernetes.io/pod-name';
const POD_INDEX = 'apps.kubernetes.io/pod-index';

/** The labels whose values differ from pod to pod, none of which holds for all. */
const ORDINALS: readonly PodLabel[] = [
  [POD_NAME, null],
  [POD_INDEX, null],
];
export const ORDINAL_KEYS: readonly string[] = ORDINALS.map(([key]) => key);

export interface Ordinals {
  readonly name: string;
  readonly start: number;
  readonly replicas: number;
}

/** The pods that have names, and those beyond. */
export function statefulGroups(group: PodGroup, { name, start, replicas }: Ordinals): PodGroup[] {
  const pods: string[] = [];
  for (let i = 0; i < Math.max(1, Math.min(replicas, NAMED_PODS)); i++) pods.push(`${name}-${start + i}`);
  const named = { ...group, labels: withLabels(group.labels, ORDINALS), pods };
  return replicas > NAMED_PODS ? [named, { ...named, pods: [] }] : [named];
}

/** Whether the pods of a group carry their names as labels. */
export function hasOrdinals({ labels, pods }: PodGroup): boolean {
  return pods.length > 0 && labels.get(POD_NAME) === null;
}

/** The labels that one such pod has of its own. */
export function ordinalLabels(pod: string): readonly PodLabel[] {
  // The name of a set ends in a letter or digit, so that a dash before the last one is a sign.
  const index = /-(-?[^-]*)$/.exec(pod)?.[1] ?? '';
  return [
    [POD_NAME, pod],
    [POD_INDEX, index],
  ];
}
