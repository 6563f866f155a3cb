/**
 * What changed between two reaches: every ordered pair of workloads, entry controllers and outside addresses that may
 * exchange something else now. Policies are not compared, only what they amount to: renaming or splitting one is no
 * change. Rows of both sides are compared one by one, so that the work is what they hold and what differs. Tested in
 * `test/queries/diff.test.ts` and `test/properties/diff.test.ts`.
 */

import type { Reach } from '../engine/reach.ts';
import type { BySide } from '../ingest/index.ts';
import { CellTable } from './diff/cell-table.ts';
import type { Change, ChangeEnd } from './diff/change.ts';
import { type ChangedCells, ChangedRanges } from './diff/changed-ranges.ts';
import { ClassGroups } from './diff/class-groups.ts';
import { InboundRanges } from './diff/inbound-ranges.ts';
import { OutsideRanges } from './diff/outside-ranges.ts';
import { RowComparison } from './diff/row-comparison.ts';
import { Scope } from './diff/scope.ts';
import { type JointClass, jointClasses, type Units, unitsOf } from './diff/units.ts';
import type { MatrixQuery } from './matrix.ts';

export type { Change, ChangeEnd } from './diff/change.ts';

/** Pairs with one change: all ends of the one list with all of the other. */
interface Changed {
  readonly from: readonly ChangeEnd[];
  readonly to: readonly ChangeEnd[];
  readonly cells: ChangedCells;
}

/** The changes a query asks for, class by class; sort them before showing them. */
export class Diff {
  readonly #reaches: BySide<Reach>;
  readonly #units: Units;
  readonly #sources: readonly JointClass[];
  readonly #destinations: readonly JointClass[];

  constructor(reaches: BySide<Reach>) {
    const { before, after } = reaches;
    this.#reaches = reaches;
    this.#units = unitsOf(reaches);
    this.#sources = jointClasses(this.#units, { before: before.sources, after: after.sources });
    this.#destinations = jointClasses(this.#units, { before: before.destinations, after: after.destinations });
  }

  /**
   * Until the last one is taken, nobody else may ask the reaches for rows. Throws the problem of a budget that is spent
   * on the way.
   */
  *changes(query: MatrixQuery): Generator<Change> {
    const { before: old, after: now } = this.#reaches;
    if (old === now) return;
    const scope = new Scope(this.#reaches, query);
    const table = new CellTable(query.connection);
    for (const { from, to, cells } of this.#changed(scope, table)) {
      const [before, after] = [table.cell(cells.before), table.cell(cells.after)];
      for (const pair of scope.pairs(from, to)) yield { ...pair, before, after };
    }
  }

  *#changed(scope: Scope, table: CellTable): Generator<Changed> {
    const comparison = new RowComparison(this.#reaches, this.#destinations, table);
    const groupsFor = this.#groups(scope);
    const ranges = new OutsideRanges(this.#destinations, this.#units.outside);
    const inbound = new InboundRanges();
    for (const [at, source] of this.#sources.entries()) {
      const groups = groupsFor(source);
      const row = groups && comparison.of(source, groups);
      const outbound = new ChangedRanges();
      for (const to of row?.destinations ?? []) {
        const destination = this.#destinations[to] as JointClass;
        const cells = { before: row?.cells.before[to] as number, after: row?.cells.after[to] as number };
        if (source.kind === 'outside') inbound.add(at, to, cells);
        else if (destination.kind === 'outside') outbound.add(to, cells);
        else yield { from: source.units, to: destination.units, cells };
      }
      if (source.kind === 'outside') continue;
      for (const { runs, cells } of outbound.changes()) yield { from: source.units, to: ranges.of(runs), cells };
    }
    yield* this.#inbound(inbound);
  }

  *#inbound(inbound: InboundRanges): Generator<Changed> {
    const ranges = new OutsideRanges(this.#sources, this.#units.outside);
    for (const [to, changed] of inbound.entries()) {
      const destination = this.#destinations[to];
      if (destination?.kind !== 'named') continue;
      for (const { runs, cells } of changed.changes()) yield { from: ranges.of(runs), to: destination.units, cells };
    }
  }

  /** For a source: the destinations that count for it; undefined where there are none. */
  #groups(scope: Scope): (source: JointClass) => ClassGroups | undefined {
    const { before, after } = this.#reaches;
    const counts = { before: before.destinations.members.length, after: after.destinations.members.length };
    const known = new Map<string, ClassGroups>();
    return (source) => {
      const part = scope.partOf(source);
      if (!part.into && !part.outOf) return undefined;
      const key = `${part.into} ${part.outOf}`;
      const positions = () =>
        [...this.#destinations.keys()].filter((at) => scope.takes(this.#destinations[at] as JointClass, part));
      const groups = known.get(key) ?? new ClassGroups(this.#destinations, positions(), counts);
      known.set(key, groups);
      return groups;
    };
  }
}
