/**
 * The cluster a bundle describes: namespaces and workloads. It holds no policy; documents it does not understand are
 * handed on, for the dialects to claim.
 */

import type { Document, Origin } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import { byKeys, pushTo } from '../util/ordering.ts';
import { impliedNamespace, type Namespace, readNamespace } from './namespace.ts';
import { groupOf, typeOf } from './object.ts';
import type { PodGroup } from './pod-group.ts';
import { readWorkload, type WorkloadObject } from './workload.ts';
import { workloadKind } from './workload-kinds.ts';

/** A controller with its pods, or a pod without one. */
export interface Workload {
  /** `namespace/name[Kind]`. */
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly kind: string;
  readonly origin: Origin;
  readonly replicas: number | undefined;
  readonly groups: readonly PodGroup[];
}

export interface Cluster {
  readonly namespaces: ReadonlyMap<string, Namespace>;
  /** Sorted by id. */
  readonly workloads: readonly Workload[];
  /** What no reader here knows. */
  readonly unclaimed: readonly Document[];
  readonly findings: readonly Finding[];
  /** How many objects the API server would refuse; they are not in force. */
  readonly refused: number;
}

export function readCluster(documents: readonly Document[], defaultNamespace: string): Cluster {
  const findings: Finding[] = [];
  const unclaimed: Document[] = [];
  const namespaces = new Map<string, Namespace>();
  const objects = new Map<string, WorkloadObject>();
  let refused = 0;
  for (const document of documents) {
    const { apiVersion, kind } = typeOf(document);
    const row = workloadKind(groupOf(apiVersion), kind);
    if (apiVersion === 'v1' && kind === 'Namespace') {
      const read = readNamespace(document);
      findings.push(...read.findings);
      if (!read.namespace) refused++;
      else if (namespaces.has(read.namespace.name)) findings.push(twice(document, `Namespace ${read.namespace.name}`));
      if (read.namespace) namespaces.set(read.namespace.name, read.namespace);
    } else if (row) {
      const read = readWorkload(document, row, defaultNamespace);
      findings.push(...read.findings);
      if (!read.object) refused++;
      else {
        const id = idOf(read.object);
        if (objects.has(id)) findings.push(twice(document, id));
        objects.set(id, read.object);
      }
    } else unclaimed.push(document);
  }
  const workloads = assemble(objects);
  for (const { namespace } of workloads) {
    if (!namespaces.has(namespace)) namespaces.set(namespace, impliedNamespace(namespace));
  }
  return { namespaces, workloads, unclaimed, findings, refused };
}

function idOf({ namespace, name, kind }: { namespace: string; name: string; kind: string }): string {
  return `${namespace}/${name}[${kind}]`;
}

function twice(document: Document, what: string): Finding {
  return {
    rule: 'SCH007',
    severity: 'error',
    message: `${what} is defined twice in the bundle; the one that comes last by file and position counts. Remove one`,
    place: { document, pointer: '' },
  };
}

/** Merges pods and owned controllers into the workload at the top of their chain of owners. */
function assemble(objects: ReadonlyMap<string, WorkloadObject>): Workload[] {
  const families = new Map<string, WorkloadObject[]>();
  for (const object of objects.values()) {
    if (!object.terminated) pushTo(families, topOf(object, objects), object);
  }
  const workloads: Workload[] = [];
  for (const [id, family] of families) {
    const workload = makeWorkload(id, family);
    if (workload) workloads.push(workload);
  }
  return workloads.sort(byKeys((w) => w.id));
}

/** The id of the topmost owner that is known; a chain of owners may be broken or, in a hostile file, a ring. */
function topOf(object: WorkloadObject, objects: ReadonlyMap<string, WorkloadObject>): string {
  const seen = new Set<string>();
  let id = idOf(object);
  let { owner } = object;
  while (owner && !seen.has(id)) {
    seen.add(id);
    id = idOf({ namespace: object.namespace, ...owner });
    owner = objects.get(id)?.owner;
  }
  return id;
}

/**
 * The pods that exist are what counts; without any, the template of the top controller, or of what it controls (old
 * ReplicaSets, scaled to nothing, aside).
 */
function makeWorkload(id: string, family: readonly WorkloadObject[]): Workload | undefined {
  const top = family.find((o) => idOf(o) === id);
  const live = family.filter((o) => o.live);
  const templates = top ? [top] : family.filter((o) => o.replicas !== 0);
  const sources = live.length > 0 ? live : templates.length > 0 ? templates : family;
  const [first] = sources;
  if (!first) return undefined;
  const { namespace } = first;
  const bracket = id.lastIndexOf('[');
  return {
    id,
    namespace,
    name: id.slice(namespace.length + 1, bracket),
    kind: id.slice(bracket + 1, -1),
    origin: (top ?? first).origin,
    replicas: live.length > 0 ? live.length : sources.length === 1 ? first.replicas : undefined,
    groups: sources.flatMap((o) => o.groups),
  };
}
