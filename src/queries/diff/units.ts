/**
 * What two reaches are compared by: workloads with all their variants, entry controllers, and outside addresses cut at
 * the borders of both. A unit knows which nodes it is on either side; on a side where it does not exist it is none.
 */

import { type AddressRange, addressRanges, intersectAddresses, rangesSet } from '../../algebra/address-set.ts';
import type { Classes } from '../../engine/classes.ts';
import type { Reach } from '../../engine/reach.ts';
import type { BySide } from '../../ingest/index.ts';
import { pushTo } from '../../util/ordering.ts';

export type Nodes = BySide<readonly number[]>;

/** A workload or an entry controller. */
export interface NamedUnit {
  readonly kind: 'workload' | 'entry';
  readonly id: string;
  readonly nodes: Nodes;
}

export interface OutsideUnit {
  readonly kind: 'outside';
  readonly range: AddressRange;
  readonly nodes: Nodes;
}

export type Unit = NamedUnit | OutsideUnit;

export function unitsOf(reaches: BySide<Reach>): Unit[] {
  return [...namedUnits(reaches), ...outsideUnits(reaches)];
}

function namedUnits({ before, after }: BySide<Reach>): NamedUnit[] {
  const named = new Map<string, { kind: NamedUnit['kind']; nodes: { before: number[]; after: number[] } }>();
  for (const [side, reach] of [['before', before] as const, ['after', after] as const]) {
    for (const [i, node] of reach.nodes.entries()) {
      if (node.kind === 'outside') continue;
      const id = node.endpoint.workload;
      const kind = node.kind === 'entry' ? 'entry' : 'workload';
      const unit = named.get(id) ?? { kind, nodes: { before: [], after: [] } };
      unit.nodes[side].push(i);
      named.set(id, unit);
    }
  }
  return [...named].map(([id, unit]) => ({ id, ...unit }));
}

interface Outside {
  readonly node: number;
  readonly range: AddressRange;
}

/** Both sides cover the same two lines in the same order, so that one walk over both meets every border. */
function outsideUnits(reaches: BySide<Reach>): OutsideUnit[] {
  const before = outsideNodes(reaches.before);
  const after = outsideNodes(reaches.after);
  const units: OutsideUnit[] = [];
  let b = 0;
  let a = 0;
  for (;;) {
    const old = before[b];
    const now = after[a];
    if (!old || !now) return units;
    const [range] = addressRanges(intersectAddresses(rangesSet([old.range]), rangesSet([now.range])));
    if (range) units.push({ kind: 'outside', range, nodes: { before: [old.node], after: [now.node] } });
    const ends = range?.last;
    if (old.range.last === ends) b++;
    if (now.range.last === ends) a++;
    if (ends === undefined) return units;
  }
}

function outsideNodes(reach: Reach): Outside[] {
  return reach.nodes.flatMap((node, i) => (node.kind === 'outside' ? [{ node: i, range: node.range }] : []));
}

/** Units that are of the same classes on both sides: whatever holds for one of them holds for all. */
export interface JointClass {
  readonly kind: Unit['kind'];
  readonly units: readonly Unit[];
  /** The classes of all nodes of a unit, without repetition. */
  readonly classes: BySide<readonly number[]>;
}

export function jointClasses(units: readonly Unit[], classes: BySide<Classes>): JointClass[] {
  const groups = new Map<string, Unit[]>();
  const of = ({ nodes }: Unit): BySide<number[]> => ({
    before: distinct(nodes.before, classes.before),
    after: distinct(nodes.after, classes.after),
  });
  for (const unit of units) {
    const { before, after } = of(unit);
    pushTo(groups, `${before} / ${after}`, unit);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ kind: first.kind, units: group, classes: of(first) }] : [];
  });
}

function distinct(nodes: readonly number[], { classOf }: Classes): number[] {
  return [...new Set(nodes.map((node) => classOf[node] ?? -1))].sort((x, y) => x - y);
}
