/** Pods and the controllers that own them, merged into the workload at the top of their chain of owners. */

import type { Origin } from '../ingest/document.ts';
import { byKeys, pushTo } from '../util/ordering.ts';
import type { PodGroup } from './pod-group.ts';
import type { WorkloadObject } from './workload.ts';

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

export function idOf({ namespace, name, kind }: { namespace: string; name: string; kind: string }): string {
  return `${namespace}/${name}[${kind}]`;
}

/** Sorted by id. */
export function assembleWorkloads(objects: ReadonlyMap<string, WorkloadObject>): Workload[] {
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
  const chosen = live.length > 0 ? live : templates.length > 0 ? templates : family;
  // By name, not by position: the numbers of variants must not depend on the order of documents.
  const sources = chosen.toSorted(
    byKeys(
      (o) => o.kind,
      (o) => o.name,
    ),
  );
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
