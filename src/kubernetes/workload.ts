/** Workloads: what runs pods, and the groups of pods that differ. */

import type { Document, Origin } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import { originOf } from '../ingest/parsed-document.ts';
import type { SharedLists } from '../util/shared-lists.ts';
import type { LastRead } from './last-read.ts';
import { type ObjectHead, type Owner, readHead, readLabels, readOwner } from './object.ts';
import { type ContainerPort, type PodSpec, type PodStatus, readPodStatus } from './pod.ts';
import type { PodGroup } from './pod-group.ts';
import { withDefaults } from './pod-labels.ts';
import { type Ordinals, statefulGroups } from './stateful-set.ts';
import type { Texts } from './texts.ts';
import type { WorkloadKind } from './workload-kinds.ts';

/** Joined, and not added up: that would keep the parts, and what joins each with the next. */
export function idOf({ namespace, name, kind }: { namespace: string; name: string; kind: string }): string {
  return [namespace, '/', name, '[', kind, ']'].join('');
}

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

/** Of a template of pods, which has none. */
const NO_STATUS: PodStatus = { addresses: [], terminated: false };
const NO_PODS: readonly string[] = [];

/** What the workloads of a bundle are read with. */
export interface WorkloadContext {
  readonly defaultNamespace: string;
  readonly containerPorts: SharedLists<ContainerPort>;
  readonly podLabels: LastRead<Texts>;
  readonly podSpecs: LastRead<PodSpec>;
}

export function readWorkload(
  document: Document,
  row: WorkloadKind,
  { defaultNamespace, containerPorts, podLabels, podSpecs }: WorkloadContext,
): ReadWorkload {
  const head = readHead(document, defaultNamespace);
  const root = head.scope.root;
  if (!row.versions.includes(head.apiVersion)) {
    const served = row.versions.join(' or ');
    root.at('apiVersion').refuse('SCH005', `${head.apiVersion} ${row.kind} is not served any more; use ${served}`);
  }
  const template = row.template(root);
  const isPod = row.kind === 'Pod';
  // What is wrong in the labels of the object itself has been said.
  const written = isPod ? podLabels.of(head.metadata.at('labels')) : readLabels(template.at('metadata').at('labels'));
  const labels = withDefaults(written, row.addedLabels(head.name, root));
  const spec = podSpecs.of(template.at('spec'));
  const { addresses, terminated } = isPod ? readPodStatus(root.at('status'), spec.hostNetwork) : NO_STATUS;
  const replicas = row.replicas(root);
  const { hostNetwork, node } = spec;
  // Of pods that are alike the ports are kept once in any case.
  const ports = isPod ? spec.ports : containerPorts.of(spec.ports);
  const group: PodGroup = { labels, ports, hostNetwork, node, addresses, pods: isPod ? [head.name] : NO_PODS };
  const groups = row.kind === 'StatefulSet' ? statefulGroups(group, readOrdinals(head, replicas)) : [group];
  const owner = readOwner(head.metadata);
  const { findings, refused } = head.scope;
  if (refused) return { findings };
  const { kind, namespace, name } = head;
  const origin = originOf(document);
  return { findings, object: { kind, namespace, name, origin, owner, replicas, groups, live: isPod, terminated } };
}

function readOrdinals({ scope, name }: ObjectHead, replicas = 1): Ordinals {
  return { name, start: scope.root.at('spec').at('ordinals').integerAt('start') ?? 0, replicas };
}
