/**
 * Labels that tell the pods of one controller from each other
 * (https://kubernetes.io/docs/reference/labels-annotations-taints): all else is the same for all of them, and kept once.
 */

import { type PodLabel, type PodLabels, withLabels } from './pod-labels.ts';
import { ORDINAL_KEYS } from './stateful-set.ts';

const OWN_KEYS: readonly string[] = [...ORDINAL_KEYS, 'batch.kubernetes.io/job-completion-index'];

/** The values of these keys; undefined for those that a pod has not. */
export type OwnLabels = readonly (string | null | undefined)[];

/** Undefined where the pod has none of them, as most have not. */
export function ownLabels(labels: PodLabels): OwnLabels | undefined {
  return OWN_KEYS.some((key) => labels.has(key)) ? OWN_KEYS.map((key) => labels.get(key)) : undefined;
}

/** What of the labels of a pod others may share. */
export function sharedLabels(labels: PodLabels): PodLabels {
  if (!ownLabels(labels)) return labels;
  return new Map([...labels].filter(([key]) => !OWN_KEYS.includes(key)));
}

/** Whether a pod has these labels beside its own. */
export function shares(shared: PodLabels, labels: PodLabels, own: OwnLabels | undefined): boolean {
  // Pods that are alike may have the very same.
  if (shared === labels && !own) return true;
  const count = own?.reduce<number>((sum, value) => (value === undefined ? sum : sum + 1), 0) ?? 0;
  let same = labels.size === shared.size + count;
  shared.forEach((value, key) => {
    same &&= labels.get(key) === value;
  });
  return same;
}

/** The labels of one pod again. */
export function joinLabels(shared: PodLabels, own: OwnLabels | undefined): PodLabels {
  if (!own) return shared;
  const label = (key: string, i: number): PodLabel[] => {
    const value = own[i];
    return value === undefined ? [] : [[key, value]];
  };
  return withLabels(shared, OWN_KEYS.flatMap(label));
}
