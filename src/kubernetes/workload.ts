/** Workloads: what runs pods, and the groups of pods that differ. */

import type { Document, Origin } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import type { Field } from './field.ts';
import { type ObjectHead, type Owner, readHead, readLabels, readOwner } from './object.ts';
import { readPodSpec, readPodStatus } from './pod.ts';
import type { PodGroup } from './pod-group.ts';
import { expandStatefulSet } from './stateful-set.ts';
import type { WorkloadKind } from './workload-kinds.ts';

/** One object that runs pods, as read. */
export interface WorkloadObject {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly origin: Origin;
  readonly owner: Owner | undefined;
  readonly replicas: number | undefined;
  readonly groups: readonly PodGroup[];
  /** Whether it is a pod that exists, not a template of pods. */
  readonly live: boolean;
  /** A pod all of whose containers have ended: no endpoint. */
  readonly terminated: boolean;
}

export interface ReadWorkload {
  readonly findings: readonly Finding[];
  /** Absent where the API server would refuse the object. */
  readonly object?: WorkloadObject;
}

export function readWorkload(document: Document, row: WorkloadKind, defaultNamespace: string): ReadWorkload {
  const head = readHead(document, defaultNamespace);
  const root = head.scope.root;
  if (!row.versions.includes(head.apiVersion)) {
    const served = row.versions.join(' or ');
    root.at('apiVersion').refuse('SCH005', `${head.apiVersion} ${row.kind} is not served any more; use ${served}`);
  }
  const template = row.template(root);
  const labels = new Map<string, string | null>(row.kind === 'Pod' ? head.labels : templateLabels(template));
  for (const [key, value] of row.addedLabels(head.name, root)) if (!labels.has(key)) labels.set(key, value);
  const spec = readPodSpec(template.at('spec'));
  const isPod = row.kind === 'Pod';
  const status = isPod ? readPodStatus(root.at('status'), spec.hostNetwork) : { addresses: [], terminated: false };
  const replicas = row.replicas(root);
  const group = { ...spec, labels, addresses: status.addresses, pods: isPod ? [head.name] : [] };
  const groups = row.kind === 'StatefulSet' ? statefulGroups(head, group, replicas) : [group];
  const owner = readOwner(root.at('metadata'));
  const { findings, refused } = head.scope;
  if (refused) return { findings };
  const { kind, namespace, name } = head;
  const origin = { document, pointer: '' };
  const { terminated } = status;
  return { findings, object: { kind, namespace, name, origin, owner, replicas, groups, live: isPod, terminated } };
}

function templateLabels(template: Field): Map<string, string> {
  return readLabels(template.at('metadata').at('labels'));
}

function statefulGroups(head: ObjectHead, group: PodGroup, replicas: number | undefined): PodGroup[] {
  const start = head.scope.root.at('spec').at('ordinals').at('start').integer() ?? 0;
  return expandStatefulSet(group, { name: head.name, start, replicas: replicas ?? 1 });
}
