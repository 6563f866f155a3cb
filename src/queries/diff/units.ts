/**
 * What two reaches are compared by: workloads with all their variants, entry controllers, and outside addresses cut at
 * the borders of both. A unit knows which nodes it is on either side; on a side where it does not exist it is none.
 */

import { type AddressRange, addressRanges, intersectAddresses, rangesSet } from '../../algebra/address-set.ts';
import type { Classes } from '../../engine/classes.ts';
import type { Reach } from '../../engine/reach.ts';
import type { BySide } from '../../ingest/index.ts';
import type { Endpoint } from '../../policy/endpoint.ts';
import { byKeys } from '../../util/ordering.ts';

export type Nodes = BySide<readonly number[]>;

/** A workload or an entry controller. */
export interface NamedUnit {
  readonly kind: 'workload' | 'entry';
  readonly id: string;
  /** What it is, where no file declares it. */
  readonly beyond: Endpoint['beyond'];
  readonly nodes: Nodes;
}

export interface OutsideUnit {
  readonly kind: 'outside';
  readonly range: AddressRange;
  /** Its place in the order of all outside units, in which each begins where the one before it ends. */
  readonly position: number;
  readonly nodes: Nodes;
}

export interface Units {
  readonly named: readonly NamedUnit[];
  /** In the order of their addresses, IPv4 before IPv6. */
  readonly outside: readonly OutsideUnit[];
}

export function unitsOf(reaches: BySide<Reach>): Units {
  return { named: namedUnits(reaches), outside: outsideUnits(reaches) };
}

function namedUnits({ before, after }: BySide<Reach>): NamedUnit[] {
  const named = new Map<
    string,
    Pick<NamedUnit, 'kind' | 'beyond'> & { nodes: { before: number[]; after: number[] } }
  >();
  for (const [side, reach] of [['before', before] as const, ['after', after] as const]) {
    for (const [i, node] of reach.nodes.entries()) {
      if (node.kind === 'outside') continue;
      const id = node.endpoint.workload;
      const kind = node.kind === 'entry' ? 'entry' : 'workload';
      const unit = named.get(id) ?? { kind, beyond: node.endpoint.beyond, nodes: { before: [], after: [] } };
      unit.nodes[side].push(i);
      named.set(id, unit);
    }
  }
  return [...named].map(([id, unit]) => ({ id, ...unit }));
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
    const nodes = { before: [old.node], after: [now.node] };
    if (range) units.push({ kind: 'outside', range, position: units.length, nodes });
    const ends = range?.last;
    if (old.range.last === ends) b++;
    if (now.range.last === ends) a++;
    if (ends === undefined) return units;
  }
}

function outsideNodes(reach: Reach): { readonly node: number; readonly range: AddressRange }[] {
  return reach.nodes.flatMap((node, i) => (node.kind === 'outside' ? [{ node: i, range: node.range }] : []));
}

interface Joint<Kind, Unit> {
  readonly kind: Kind;
  readonly units: readonly Unit[];
  /** The classes of all nodes of a unit, without repetition. */
  readonly classes: BySide<readonly number[]>;
}

/** Units that are of the same classes on both sides: whatever holds for one of them holds for all. */
export type JointClass = Joint<'named', NamedUnit> | Joint<'outside', OutsideUnit>;

/** Ordered so that those which are of the same classes before follow each other. */
export function jointClasses({ named, outside }: Units, classes: BySide<Classes>): JointClass[] {
  const joint: JointClass[] = [
    ...groupsOf(named, classes).map((group) => ({ kind: 'named', ...group }) as const),
    ...groupsOf(outside, classes).map((group) => ({ kind: 'outside', ...group }) as const),
  ];
  return joint.sort(
    byKeys(
      ({ classes: { before } }) => before[0] ?? -1,
      ({ classes: { after } }) => after[0] ?? -1,
    ),
  );
}

function groupsOf<Unit extends { readonly nodes: Nodes }>(units: readonly Unit[], { before, after }: BySide<Classes>) {
  const groups = new Map<string, { units: Unit[]; classes: BySide<readonly number[]> }>();
  for (const unit of units) {
    const classes = { before: distinct(unit.nodes.before, before), after: distinct(unit.nodes.after, after) };
    const key = `${classes.before} / ${classes.after}`;
    const group = groups.get(key) ?? { units: [], classes };
    group.units.push(unit);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function distinct(nodes: readonly number[], { classOf }: Classes): number[] {
  return [...new Set(nodes.map((node) => classOf[node] as number))].sort((x, y) => x - y);
}
