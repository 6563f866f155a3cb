/**
 * The kinds that run pods: where each keeps its pod template, and the labels its controller adds to the pods
 * (https://kubernetes.io/docs/reference/labels-annotations-taints). One row per kind.
 */

import type { Field } from './field.ts';
import type { PodLabel } from './pod-labels.ts';

export interface WorkloadKind {
  readonly group: string;
  readonly kind: string;
  /** Versions that are served; an object of another version is refused. */
  readonly versions: readonly string[];
  /** The field with the pod's `metadata` and `spec`. */
  template(root: Field): Field;
  /** How many pods it asks for; undefined where the cluster decides. */
  replicas(root: Field): number | undefined;
  /** Labels its controller adds, given its name. */
  addedLabels(name: string, root: Field): readonly PodLabel[];
}

const ofTemplate = (root: Field): Field => root.at('spec').at('template');
const ofReplicas = (root: Field): number => readCount(root.at('spec').at('replicas'));
const NONE: readonly PodLabel[] = [];
const none = () => NONE;
/** Of every pod of a Deployment, and of those of a StatefulSet or DaemonSet. */
const TEMPLATE_HASH: readonly PodLabel[] = [['pod-template-hash', null]];
const REVISION_HASH: readonly PodLabel[] = [['controller-revision-hash', null]];
const GENERATION: readonly PodLabel[] = [...REVISION_HASH, ['pod-template-generation', null]];

/** How many pods a field asks for: one where it is absent. */
function readCount(field: Field): number {
  const count = field.integer() ?? 1;
  if (count < 0) field.refuse('SCH003', 'a number of pods must not be negative');
  return count;
}

function jobLabels(name: string | null, uid: string | null): PodLabel[] {
  return [
    ['batch.kubernetes.io/job-name', name],
    ['job-name', name],
    ['batch.kubernetes.io/controller-uid', uid],
    ['controller-uid', uid],
  ];
}

export const WORKLOAD_KINDS: readonly WorkloadKind[] = [
  { group: '', kind: 'Pod', versions: ['v1'], template: (root) => root, replicas: () => 1, addedLabels: none },
  {
    group: '',
    kind: 'ReplicationController',
    versions: ['v1'],
    template: ofTemplate,
    replicas: ofReplicas,
    addedLabels: none,
  },
  {
    group: 'apps',
    kind: 'Deployment',
    versions: ['apps/v1'],
    template: ofTemplate,
    replicas: ofReplicas,
    addedLabels: () => TEMPLATE_HASH,
  },
  {
    group: 'apps',
    kind: 'ReplicaSet',
    versions: ['apps/v1'],
    template: ofTemplate,
    replicas: ofReplicas,
    addedLabels: none,
  },
  {
    group: 'apps',
    kind: 'StatefulSet',
    versions: ['apps/v1'],
    template: ofTemplate,
    replicas: ofReplicas,
    // The labels that name the pod are added pod by pod, see stateful-set.ts.
    addedLabels: () => REVISION_HASH,
  },
  {
    group: 'apps',
    kind: 'DaemonSet',
    versions: ['apps/v1'],
    template: ofTemplate,
    replicas: () => undefined,
    addedLabels: () => GENERATION,
  },
  {
    group: 'batch',
    kind: 'Job',
    versions: ['batch/v1'],
    template: ofTemplate,
    replicas: (root) => readCount(root.at('spec').at('parallelism')),
    addedLabels: (name, root) => jobLabels(name, root.at('metadata').stringAt('uid') ?? null),
  },
  {
    group: 'batch',
    kind: 'CronJob',
    versions: ['batch/v1'],
    template: (root) => root.at('spec').at('jobTemplate').at('spec').at('template'),
    replicas: () => undefined,
    addedLabels: () => jobLabels(null, null),
  },
];

/** The row of a kind; `extensions` once served what `apps` serves now, and reading refuses it with a message. */
export function workloadKind(group: string, kind: string): WorkloadKind | undefined {
  const home = group === 'extensions' ? 'apps' : group;
  return WORKLOAD_KINDS.find((k) => k.group === home && k.kind === kind);
}
