/**
 * What changed between two reaches: every ordered pair of workloads, entry controllers and outside addresses that may
 * exchange something else now. Policies are not compared, only what they amount to: renaming or splitting one is no
 * change. Tested in `test/queries/diff.test.ts` and `test/properties/diff.test.ts`.
 */

import { type AddressRange, formatRange } from '../algebra/address-set.ts';
import type { Cell, Reach } from '../engine/reach.ts';
import type { BySide, SideName } from '../ingest/index.ts';
import { ChangedRanges } from './diff/changed-ranges.ts';
import { cellKey, cutCell, jointCell } from './diff/joint-cell.ts';
import { type JointClass, jointClasses, type NamedUnit, unitsOf } from './diff/units.ts';
import { isNamed, type Names } from './focus.ts';
import type { MatrixQuery } from './matrix.ts';

/** An end of a changed pair; addresses with the same change are merged per pair. */
export type ChangeEnd = NamedUnit | OutsideEnd;

export interface OutsideEnd {
  readonly kind: 'outside';
  readonly id: string;
  readonly range: AddressRange;
}

export interface Change extends BySide<Cell> {
  readonly from: ChangeEnd;
  readonly to: ChangeEnd;
}

/** The changes a query asks for, class by class; sort them before showing them. */
export class Diff {
  readonly #reaches: BySide<Reach>;
  readonly #sources: readonly JointClass[];
  readonly #destinations: readonly JointClass[];

  constructor(reaches: BySide<Reach>) {
    const { before, after } = reaches;
    const units = unitsOf(reaches);
    this.#reaches = reaches;
    this.#sources = jointClasses(units, { before: before.sources, after: after.sources });
    this.#destinations = jointClasses(units, { before: before.destinations, after: after.destinations });
  }

  /** How many cells of the two reaches are asked for. */
  get cost(): number {
    const classes = (joint: readonly JointClass[], side: SideName) =>
      joint.reduce((sum, { classes: of }) => sum + of[side].length, 0);
    const of = (side: SideName) => classes(this.#sources, side) * classes(this.#destinations, side);
    return of('before') + of('after');
  }

  *changes(query: MatrixQuery): Generator<Change> {
    const keep = keeper(this.#reaches, query);
    const inbound = new Map<JointClass, ChangedRanges>();
    for (const source of this.#sources) {
      const outbound = new ChangedRanges();
      for (const destination of this.#destinations) {
        const cells = this.#compare(source, destination, query);
        if (!cells) continue;
        if (source.kind === 'outside') {
          const ranges = inbound.get(destination) ?? new ChangedRanges();
          ranges.add(source, cells);
          inbound.set(destination, ranges);
        } else if (destination.kind === 'outside') outbound.add(destination, cells);
        else for (const from of named(source)) for (const to of named(destination)) yield* keep({ from, to, ...cells });
      }
      for (const { range, ...cells } of outbound.merged())
        for (const from of named(source)) yield* keep({ from, to: outside(range), ...cells });
    }
    for (const [destination, ranges] of inbound) {
      for (const { range, ...cells } of ranges.merged())
        for (const to of named(destination)) yield* keep({ from: outside(range), to, ...cells });
    }
  }

  /** The cells of both sides, or nothing where they are the same. */
  #compare(source: JointClass, destination: JointClass, query: MatrixQuery): BySide<Cell> | undefined {
    if (!query.external && (source.kind === 'outside' || destination.kind === 'outside')) return undefined;
    const cell = (side: SideName): Cell => {
      const whole = jointCell(this.#reaches[side], source.classes[side], destination.classes[side]);
      return query.connection ? cutCell(whole, query.connection) : whole;
    };
    const before = cell('before');
    const after = cell('after');
    return cellKey(before) === cellKey(after) ? undefined : { before, after };
  }
}

function named({ units }: JointClass): NamedUnit[] {
  return units.flatMap((unit) => (unit.kind === 'outside' ? [] : [unit]));
}

function outside(range: AddressRange): OutsideEnd {
  return { kind: 'outside', id: formatRange(range), range };
}

/** Passes on the changes a query is about. A name means a workload as a whole, wherever it is found. */
function keeper(reaches: BySide<Reach>, query: MatrixQuery): (change: Change) => Iterable<Change> {
  const focus = workloadsCalled(reaches, query.focus);
  const peers = workloadsCalled(reaches, query.focusPeer);
  const focused = (end: ChangeEnd, other: ChangeEnd) =>
    focus.has(end.id) && (query.focusPeer.length === 0 || peers.has(other.id));
  return (change) => {
    const { from, to } = change;
    if (!query.self && from.id === to.id) return [];
    if (query.focus.length === 0) return [change];
    const into = query.direction !== 'egress' && focused(to, from);
    return into || (query.direction !== 'ingress' && focused(from, to)) ? [change] : [];
  };
}

function workloadsCalled({ before, after }: BySide<Reach>, names: Names): Set<string> {
  const nodes = names.length > 0 ? [...before.nodes, ...after.nodes] : [];
  return new Set(
    nodes.flatMap((n) => (n.kind === 'endpoint' && isNamed(n.endpoint, names) ? [n.endpoint.workload] : [])),
  );
}
