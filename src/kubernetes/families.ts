/** Pods and the controllers that own them, merged into the workload at the top of their chain of owners. */

import type { Origin } from '../ingest/document.ts';
import { byKeys, pushTo } from '../util/ordering.ts';
import type { SharedLists } from '../util/shared-lists.ts';
import { SharedTexts } from '../util/shared-texts.ts';
import type { LivePods } from './live-pods.ts';
import type { ContainerPort } from './pod.ts';
import { PodColumns } from './pod-columns.ts';
import type { PodFamily } from './pod-family.ts';
import type { PodGroup } from './pod-group.ts';
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

/** What the workloads of a cluster keep between them. */
interface Shared {
  readonly ports: SharedLists<ContainerPort>;
  readonly pods: PodColumns;
  readonly texts: SharedTexts;
}

/** Sorted by id. The draft is of no more use after it. */
export function assembleWorkloads(draft: WorkloadDraft, ports: SharedLists<ContainerPort>): Workload[] {
  const controllers = new Map<string, WorkloadObject[]>();
  for (const [id, object] of draft.controllers) pushTo(controllers, topOf(id, draft), object);
  const families = new Map<string, PodFamily[]>();
  let count = 0;
  for (const family of draft.families) {
    if (family.sets.length > 0) pushTo(families, topOf(family.id, draft), family);
    for (const set of family.sets) count += set.size;
  }
  const shared = { ports, pods: new PodColumns(count), texts: new SharedTexts() };
  const live = [...families].map(([id, own]) => liveWorkload(id, own, { top: draft.controllers.get(id), shared }));
  const templates = [...controllers].flatMap(([id, own]) =>
    families.has(id) ? [] : templateWorkload(id, own, { top: draft.controllers.get(id), shared }),
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

interface Context {
  readonly top: WorkloadObject | undefined;
  readonly shared: Shared;
}

/** The pods that exist are what counts. */
function liveWorkload(id: string, families: readonly PodFamily[], { top, shared }: Context): Workload {
  const [first] = families.flatMap((family) => (family.first ? [family.first] : [])).sort(byKeys((pod) => pod.name));
  const origin = top?.origin ?? families.find((family) => family.id === id)?.own ?? first?.origin;
  if (!origin) throw new Error('a family with pods has a first pod');
  const sets = families.flatMap((family) => family.sets.map((set) => set.settle(shared.ports, shared.pods)));
  const replicas = sets.reduce((sum, set) => sum + set.size, 0);
  const { namespace, name, kind } = partsOf(id, shared);
  const hostNetwork = sets.some((set) => set.hostNetwork);
  const [only, ...more] = sets;
  const groups = only && more.length === 0 ? only : new SortedPods(sets);
  return { id, namespace, name, kind, origin, replicas, groups, hostNetwork };
}

/** The pods of several sets. By name, not by position: the numbers of variants must not depend on it. */
class SortedPods implements Iterable<PodGroup> {
  readonly #sets: readonly LivePods[];

  constructor(sets: readonly LivePods[]) {
    this.#sets = sets;
  }

  [Symbol.iterator](): Iterator<PodGroup> {
    const groups = this.#sets.flatMap((set) => [...set]);
    return groups.sort(byKeys(({ pods: [name = ''] }) => name))[Symbol.iterator]();
  }
}

/**
 * Without any pod, the template of the top controller, or of what it controls (old ReplicaSets, scaled to nothing,
 * aside).
 */
function templateWorkload(id: string, family: readonly WorkloadObject[], { top, shared }: Context): Workload[] {
  if (top) return [template(id, [top], { origin: top.origin, shared })];
  const templates = family.filter((o) => o.replicas !== 0);
  const sources = (templates.length > 0 ? templates : family).toSorted(
    byKeys(
      (o) => o.kind,
      (o) => o.name,
    ),
  );
  const [first] = sources;
  return first ? [template(id, sources, { origin: first.origin, shared })] : [];
}

function template(
  id: string,
  sources: readonly WorkloadObject[],
  { origin, shared }: { readonly origin: Origin; readonly shared: Shared },
): Workload {
  const [only, ...more] = sources;
  const groups = only && more.length === 0 ? only.groups : sources.flatMap((o) => o.groups);
  const replicas = more.length === 0 ? only?.replicas : undefined;
  const { namespace, name, kind } = partsOf(id, shared);
  return { id, namespace, name, kind, origin, replicas, groups, hostNetwork: groups.some((g) => g.hostNetwork) };
}

function partsOf(id: string, { texts }: Shared): Pick<Workload, 'namespace' | 'name' | 'kind'> {
  const slash = id.indexOf('/');
  const bracket = id.lastIndexOf('[');
  return {
    namespace: texts.of(id.slice(0, slash)),
    name: texts.of(id.slice(slash + 1, bracket)),
    kind: texts.of(id.slice(bracket + 1, -1)),
  };
}
