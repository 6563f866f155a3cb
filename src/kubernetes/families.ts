/** Pods and the controllers that own them, merged into the workload at the top of their chain of owners. */

import type { Origin } from '../ingest/document.ts';
import { byKeys, pushTo } from '../util/ordering.ts';
import type { SharedLists } from '../util/shared-lists.ts';
import type { ContainerPort } from './pod.ts';
import type { PodFamily } from './pod-family.ts';
import type { PodGroup } from './pod-group.ts';
import type { PodSet } from './pod-set.ts';
import type { WorkloadObject } from './workload.ts';
import type { WorkloadDraft } from './workload-draft.ts';

/** A controller with its pods, or a pod without one. */
export interface Workload {
  /** `namespace/name[Kind]`. */
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly kind: string;
  readonly origin: Origin;
  readonly replicas: number | undefined;
  /** Of pods that exist, a group for each, by name, made while they are asked for. */
  readonly groups: Iterable<PodGroup>;
  /** Whether pods of it share the network of their node. */
  readonly hostNetwork: boolean;
}

/** Sorted by id. The draft is of no more use after it. */
export function assembleWorkloads(draft: WorkloadDraft, ports: SharedLists<ContainerPort>): Workload[] {
  const controllers = new Map<string, WorkloadObject[]>();
  for (const [id, object] of draft.controllers) pushTo(controllers, topOf(id, draft), object);
  const families = new Map<string, PodFamily[]>();
  for (const family of draft.families) {
    if (family.sets.length > 0) pushTo(families, topOf(family.id, draft), family);
    for (const set of family.sets) set.settle(ports);
  }
  const live = [...families].map(([id, own]) => liveWorkload(id, own, draft.controllers.get(id)));
  const templates = [...controllers].flatMap(([id, own]) =>
    families.has(id) ? [] : templateWorkload(id, own, draft.controllers.get(id)),
  );
  draft.release();
  return [...live, ...templates].sort(byKeys((w) => w.id));
}

/** The id of the topmost owner that is known; a chain of owners may be broken or, in a hostile file, a ring. */
function topOf(start: string, draft: WorkloadDraft): string {
  const seen = new Set<string>();
  let id = start;
  let owner = draft.ownerOf(id);
  while (owner !== undefined && !seen.has(id)) {
    seen.add(id);
    id = owner;
    owner = draft.ownerOf(id);
  }
  return id;
}

/** The pods that exist are what counts. */
function liveWorkload(id: string, families: readonly PodFamily[], top: WorkloadObject | undefined): Workload {
  const [first] = families.flatMap((family) => (family.first ? [family.first] : [])).sort(byKeys((pod) => pod.name));
  const origin = top?.origin ?? families.find((family) => family.id === id)?.own ?? first?.origin;
  if (!origin) throw new Error('a family with pods has a first pod');
  // A list that was added to has room to grow, which what is kept does not need.
  const sets = families.flatMap((family) => family.sets).slice();
  const replicas = sets.reduce((sum, set) => sum + set.size, 0);
  const { namespace, name, kind } = partsOf(id);
  const hostNetwork = sets.some((set) => set.hostNetwork);
  return { id, namespace, name, kind, origin, replicas, groups: new LivePods(sets), hostNetwork };
}

/** The pods of several sets. By name, not by position: the numbers of variants must not depend on it. */
class LivePods implements Iterable<PodGroup> {
  readonly #sets: readonly PodSet[];

  constructor(sets: readonly PodSet[]) {
    this.#sets = sets;
  }

  [Symbol.iterator](): Iterator<PodGroup> {
    const [only, ...more] = this.#sets;
    if (only && more.length === 0) return only.groups();
    const groups = this.#sets.flatMap((set) => [...set.groups()]);
    return groups.sort(byKeys(({ pods: [name = ''] }) => name))[Symbol.iterator]();
  }
}

/**
 * Without any pod, the template of the top controller, or of what it controls (old ReplicaSets, scaled to nothing,
 * aside).
 */
function templateWorkload(id: string, family: readonly WorkloadObject[], top: WorkloadObject | undefined): Workload[] {
  if (top) return [template(id, top.origin, [top])];
  const templates = family.filter((o) => o.replicas !== 0);
  const sources = (templates.length > 0 ? templates : family).toSorted(
    byKeys(
      (o) => o.kind,
      (o) => o.name,
    ),
  );
  const [first] = sources;
  return first ? [template(id, first.origin, sources)] : [];
}

function template(id: string, origin: Origin, sources: readonly WorkloadObject[]): Workload {
  const { namespace, name, kind } = partsOf(id);
  const [only, ...more] = sources;
  const groups = only && more.length === 0 ? only.groups : sources.flatMap((o) => o.groups);
  const replicas = more.length === 0 ? only?.replicas : undefined;
  return { id, namespace, name, kind, origin, replicas, groups, hostNetwork: groups.some((g) => g.hostNetwork) };
}

function partsOf(id: string): { namespace: string; name: string; kind: string } {
  const slash = id.indexOf('/');
  const bracket = id.lastIndexOf('[');
  return { namespace: id.slice(0, slash), name: id.slice(slash + 1, bracket), kind: id.slice(bracket + 1, -1) };
}
