/** What the naive evaluator answers about two ends of a matrix, and which verdicts of the engine that admits. */
import type { OracleOptions, Verdict } from './flow.ts';
import { type Manifest, namespaceOf, type PodManifest } from './manifests.ts';
import { type Controllers, entryPackets, entryVerdicts } from './naive-entry.ts';
import { type NaiveEnd, type NaiveWorld, naiveVerdicts } from './naive-world.ts';
import type { Packet } from './probes.ts';
import type { SharedEnd } from './shared-ends.ts';

export interface NaiveCourt {
  readonly world: NaiveWorld;
  readonly options: OracleOptions;
  readonly controllers: Controllers;
}

export interface NaiveAnswer {
  readonly text: string;
  readonly admits: (verdict: Verdict) => boolean;
}

type Pair = readonly [from: SharedEnd, to: SharedEnd];

/**
 * Where the pods of an end differ, an open verdict may also come of doubts that exclude each other, which the engine
 * takes to be independent; any other verdict must be that of all pods. Undefined where there is nothing to ask.
 */
export function naiveAnswer(court: NaiveCourt, [from, to]: Pair, packet: Packet): NaiveAnswer | undefined {
  const { world, options, controllers } = court;
  const [source, destination] = [world.ends.get(from.name), world.ends.get(to.name)];
  if (destination === undefined || (source === undefined && from.node.kind !== 'entry')) return undefined;
  const verdicts =
    source === undefined
      ? throughEntry(court, destination, packet)
      : naiveVerdicts(world, options, { from: source, to: destination, ...packet });
  if (verdicts.size === 0) return undefined;
  const isExact = destination.alike && (source ? source.alike : controllers.placed && controllers.pods.length === 1);
  return {
    text: [...verdicts].sort().join(' or '),
    admits: (verdict) => (verdict === 'unknown' && !isExact) || (verdicts.size === 1 && verdicts.has(verdict)),
  };
}

/** The packets that are sure to be worth asking about: those that an entry controller is led to. */
export function packetsInto({ world }: NaiveCourt, [from, to]: Pair): readonly Packet[] {
  if (from.node.kind !== 'entry') return [];
  return podsOf(world.objects, world.ends.get(to.name)).flatMap((pod) => entryPackets(world.objects, pod));
}

function throughEntry({ world, options, controllers }: NaiveCourt, to: NaiveEnd, packet: Packet): ReadonlySet<Verdict> {
  const verdicts = podsOf(world.objects, to).flatMap((pod) => [
    ...entryVerdicts(world.objects, options, { controllers, pod, packet }),
  ]);
  return new Set(verdicts);
}

function podsOf(objects: readonly Manifest[], end: NaiveEnd | undefined): readonly PodManifest[] {
  const paths = new Set(end?.ends.flatMap((one) => ('pod' in one ? [one.pod] : [])));
  return objects
    .filter((object) => object.kind === 'Pod')
    .filter((pod) => paths.has(`${namespaceOf(pod)}/${pod.metadata.name}`));
}
