/**
 * Asks three witnesses about one cluster until two of them differ: the engine and the dense oracle about every cell, and
 * the naive evaluator about packets of every pair, one at the borders that the manifests draw and one at those of the
 * cell.
 */
import { type ConnectionSet, connectionParts, intersect, isEmpty, MAX_PORT } from '../../src/algebra/connection-set.ts';
import type { AnalysisOptions } from '../../src/analysis/analysis.ts';
import type { Reach } from '../../src/engine/reach.ts';
import { analysisOfObjects, packetOf } from './ask-engine.ts';
import { type CellDifference, cellDifference } from './compare-cells.ts';
import type { Disagreement } from './counterexample.ts';
import { type DenseCell, denseReach } from './dense/reach.ts';
import type { OracleOptions, Verdict } from './flow.ts';
import { type Manifest, namespaceOf } from './manifests.ts';
import { type NaiveCourt, naiveAnswer, packetsInto } from './naive-answer.ts';
import { controllersOf } from './naive-entry.ts';
import { naiveWorld } from './naive-world.ts';
import { borderPackets, type Packet, spread } from './probes.ts';
import { reachInputOf } from './reach-input.ts';
import { type SharedEnd, sharedEnds } from './shared-ends.ts';

export interface Witnessed extends OracleOptions, Partial<Pick<AnalysisOptions, 'level'>> {
  /** What is said of the controller of Ingresses: nothing, which pod it is, or where it is and how it is labelled. */
  readonly controller?: 'shown' | 'not shown' | 'labelled';
  /** How many pairs the naive evaluator is asked about, at most. */
  readonly pairs: number;
}

export function dispute(objects: readonly Manifest[], options: Witnessed): Disagreement | undefined {
  const ingressController = controllerOption(objects, options.controller);
  const analysis = analysisOfObjects(objects, { ...options, ingressController });
  const engine = analysis.reach();
  const dense = denseReach(reachInputOf(analysis));
  const ends = sharedEnds(engine.nodes, dense.nodes);
  const naive = { world: naiveWorld(objects, ends), options, controllers: controllersOf(objects, ingressController) };
  const court = { engine, ends, naive, pairs: options.pairs };
  const difference = cellDifference(engine, dense);
  return difference === undefined ? naiveDifference(court) : describe(court, difference);
}

interface Court {
  readonly engine: Reach;
  readonly ends: readonly SharedEnd[];
  readonly naive: NaiveCourt;
  readonly pairs: number;
}

function controllerOption(objects: readonly Manifest[], controller: Witnessed['controller']): string | undefined {
  if (controller === 'not shown') return 'default/controller';
  if (controller === 'labelled') return 'default:app=a';
  const pod = objects.find(({ kind, metadata }) => kind === 'Pod' && metadata.ownerReferences === undefined);
  return controller === undefined || !pod ? undefined : `${namespaceOf(pod)}/${pod.metadata.name}`;
}

type Pair = readonly [from: SharedEnd, to: SharedEnd];

function naiveDifference(court: Court): Disagreement | undefined {
  const { engine, naive } = court;
  const pairs = pairsOf(court);
  const packets = borderPackets(naive.world.objects);
  const order = spread(packets.length, packets.length);
  for (const [turn, index] of spread(pairs.length, court.pairs).entries()) {
    const [from, to] = pairs[index] ?? [];
    if (!from || !to) continue;
    const cell = engine.between(from.engine, to.engine);
    const drawn = packets[order[turn % order.length] ?? 0];
    const led = packetsInto(naive, [from, to]);
    for (const packet of [...(drawn ? [drawn] : []), ...cellBorder(cell, turn), ...led]) {
      const [verdict, answer] = [verdictOf(cell, packet), naiveAnswer(naive, [from, to], packet)];
      if (answer !== undefined && !answer.admits(verdict)) {
        return { question: questionOf([from, to], packet), naive: answer.text, engine: verdict };
      }
    }
  }
  return undefined;
}

function pairsOf({ ends, naive }: Court): readonly Pair[] {
  const known = ends.filter(({ name, node }) => node.kind === 'entry' || naive.world.ends.has(name));
  const isAsked = ({ node: from }: SharedEnd, { node: to }: SharedEnd) =>
    to.kind === 'endpoint' || (to.kind === 'outside' && from.kind === 'endpoint');
  return known.flatMap((from) => known.filter((to) => isAsked(from, to)).map((to): Pair => [from, to]));
}

function verdictOf({ allow, unknown }: DenseCell, packet: Packet): Verdict {
  const point = packetOf(packet);
  if (!isEmpty(intersect(allow, point))) return 'allow';
  return isEmpty(intersect(unknown, point)) ? 'deny' : 'unknown';
}

/** One of the packets on either side of the cell's own borders, another in every turn. */
function cellBorder({ allow, unknown }: DenseCell, turn: number): readonly Packet[] {
  const borders = [allow, unknown].flatMap(packetsAround);
  const packet = borders[turn % borders.length];
  return packet === undefined ? [] : [packet];
}

function packetsAround(set: ConnectionSet): readonly Packet[] {
  return connectionParts(set).flatMap((part): readonly Packet[] => {
    if (part.protocol === 'other') return [{ protocol: 'other', port: 0 }];
    const { protocol, first, last } = part;
    const ports = [first - 1, first, last, last + 1].filter((port) => port >= 1 && port <= MAX_PORT);
    return ports.map((port) => ({ protocol, port }));
  });
}

function describe(court: Court, { from, to, packets, asked, engine, dense }: CellDifference): Disagreement {
  const [part] = connectionParts(packets);
  const packet: Packet =
    part === undefined || part.protocol === 'other'
      ? { protocol: 'other', port: 0 }
      : { protocol: part.protocol, port: part.first };
  const naive = naiveAnswer(court.naive, [from, to], packet)?.text ?? 'not asked';
  return { question: questionOf([from, to], packet), naive, engine: `(${asked}) ${engine}`, dense };
}

function questionOf([from, to]: Pair, { protocol, port }: Packet): string {
  return `${from.name} > ${to.name} ${protocol}/${port}`;
}
