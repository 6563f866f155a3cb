/**
 * The ends of a matrix as the naive evaluator knows them. An endpoint stands for pods: those that the manifests show, or
 * those that its controller might make. Whatever the matrix says of two endpoints must hold for every two of their pods.
 */
import type { End, Flow, OracleOptions, Verdict } from './flow.ts';
import { hasFinished, type Manifest, namespaceOf, type PodManifest } from './manifests.ts';
import { naiveVerdict } from './naive.ts';
import type { SharedEnd } from './shared-ends.ts';
import { standIns } from './stand-ins.ts';

export interface NaiveEnd {
  readonly ends: readonly End[];
  /** Whether they are all alike, so that nothing about them is open but what the naive evaluator leaves open itself. */
  readonly alike: boolean;
}

export interface NaiveWorld {
  /** With the pods that might be. */
  readonly objects: readonly Manifest[];
  /** By the name of the end. Of an entry controller the naive evaluator knows nothing. */
  readonly ends: ReadonlyMap<string, NaiveEnd>;
}

/** Of pods that are alike a few stand for all. */
const ENOUGH = 2;

export function naiveWorld(objects: readonly Manifest[], ends: readonly SharedEnd[]): NaiveWorld {
  const shown = new Map(
    objects.flatMap((object) =>
      object.kind === 'Pod' && !hasFinished(object) ? [[pathOf(object), object] as const] : [],
    ),
  );
  const pods = new Map(ends.map((end) => [end.name, podsOf(end, objects, shown)]));
  const strangers = [...pods.values()].flat().filter((pod) => shown.get(pathOf(pod)) !== pod);
  return {
    objects: [...objects, ...strangers],
    ends: new Map(ends.flatMap((end) => entryOf(end, pods.get(end.name) ?? []))),
  };
}

function pathOf(pod: PodManifest): string {
  return `${namespaceOf(pod)}/${pod.metadata.name}`;
}

function podsOf(
  { node }: SharedEnd,
  objects: readonly Manifest[],
  shown: ReadonlyMap<string, PodManifest>,
): readonly PodManifest[] {
  if (node.kind !== 'endpoint') {
    return [];
  }
  const { pods, namespace, name, kind } = node.endpoint;
  const id = `${namespace}/${name}[${kind}]`;
  const own = (pod: string): PodManifest | undefined => {
    const found = shown.get(`${namespace}/${pod}`);
    return kind === 'Pod' || found?.metadata.ownerReferences ? found : undefined;
  };
  return pods.length === 0
    ? standIns(objects, id)
    : pods.flatMap((pod) => own(pod) ?? standIns(objects, statefulSet(id, pod), pod));
}

/** A pod that is an endpoint by itself tells its StatefulSet by its name. */
function statefulSet(id: string, pod: string): string {
  return id.endsWith('[Pod]') ? id.replace(`${pod}[Pod]`, `${pod.replace(/-\d+$/, '')}[StatefulSet]`) : id;
}

function entryOf({ name, node }: SharedEnd, pods: readonly PodManifest[]): readonly (readonly [string, NaiveEnd])[] {
  if (node.kind === 'outside') {
    const address = addressIn(name);
    return address === undefined ? [] : [[name, { ends: [{ address }], alike: true }]];
  }
  const looks = pods.map(({ metadata, spec }) => JSON.stringify([metadata.labels, spec.nodeName]));
  const alike = new Set(looks).size <= 1;
  const ends = (alike ? pods.slice(0, ENOUGH) : pods).map((pod) => ({ pod: pathOf(pod) }));
  return ends.length === 0 ? [] : [[name, { ends, alike }]];
}

/** The first address of a range. An IPv4-mapped IPv6 address is the IPv4 address, which is another end. */
function addressIn(range: string): string | undefined {
  const [first = ''] = range.split(/[/-]/);
  return first.startsWith('::ffff:') ? undefined : first;
}

/** What becomes of a packet between any two of the pods; empty where there are no two. */
export function naiveVerdicts(
  { objects }: NaiveWorld,
  options: OracleOptions,
  { from, to, ...packet }: Pick<Flow, 'protocol' | 'port'> & { readonly from: NaiveEnd; readonly to: NaiveEnd },
): ReadonlySet<Verdict> {
  const pairs = from.ends.flatMap((source) => to.ends.map((destination) => [source, destination] as const));
  return new Set(
    pairs
      .filter(([source, destination]) => !('pod' in source && 'pod' in destination && source.pod === destination.pod))
      .map(([source, destination]) => naiveVerdict(objects, options, { from: source, to: destination, ...packet })),
  );
}
