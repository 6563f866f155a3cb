/**
 * Kernel: rows under one policy stack. A source may send what its egress side lets it send to a destination, and the
 * destination's ingress side lets in. What general rules of both sides say is the same for whole groups of classes and
 * for many sources, and is worked out once; over it go the cells for which either side has found something.
 */

import type { Direction } from '../policy/rule.ts';
import { BaseGroups } from './base-groups.ts';
import { ClassMarks } from './class-marks.ts';
import type { Classes } from './classes.ts';
import type { Spaces } from './clauses.ts';
import { RowRuns } from './row-runs.ts';
import { type SideRow, verdictAt } from './side-row.ts';
import type { SideTables } from './side-tables.ts';
import { CLOSED, type VerdictId, type Verdicts } from './verdicts.ts';
import { mayMeet, ZONES } from './zones.ts';

export class StackRows {
  readonly #sides: Readonly<Record<Direction, SideTables>>;
  readonly #spaces: Spaces;
  readonly #verdicts: Verdicts;
  /** Of each source class, the block of those that the same egress rules are about. */
  readonly #subjectOf: Int32Array;
  readonly #marks: ClassMarks;
  /** Scratch of the groups. */
  readonly #runs: RowRuns;
  /** By the zone of the source. */
  readonly #groups: (BaseGroups | undefined)[] = new Array(ZONES).fill(undefined);
  #sent: { readonly subject: number; readonly row: SideRow } | undefined;
  #taken: { readonly source: number; readonly row: SideRow } | undefined;

  constructor(sides: Readonly<Record<Direction, SideTables>>, spaces: Spaces, sources: Classes, verdicts: Verdicts) {
    this.#sides = sides;
    this.#spaces = spaces;
    this.#verdicts = verdicts;
    this.#subjectOf = Int32Array.from(sources.members, ([node = -1]) => sources.subjects.of[node] as number);
    this.#marks = new ClassMarks(spaces.destinations.count);
    this.#runs = new RowRuns(spaces.destinations.count);
  }

  /** Writes what a source class may send to every destination class. */
  write(source: number, out: RowRuns): void {
    const sent = this.#sentBy(source);
    const taken = this.#takenFrom(source);
    const zone = this.#spaces.sources.zones[source] as number;
    const groups = this.#groupsFor(zone, sent, taken);
    this.#mark(sent, taken, groups.isMet, true);
    this.#mark(taken, sent, groups.isMet, false);
    groups.write(sent.base, taken.base, this.#marks, out);
  }

  /** What a source class may send to one destination class. */
  cell(source: number, destination: number): VerdictId {
    const { sources, destinations } = this.#spaces;
    if (!mayMeet(sources.zones[source] as number, destinations.zones[destination] as number)) return CLOSED;
    const sent = verdictAt(this.#sentBy(source), destination);
    return this.#verdicts.meet(sent, verdictAt(this.#takenFrom(source), destination));
  }

  #groupsFor(zone: number, sent: SideRow, taken: SideRow): BaseGroups {
    const known = this.#groups[zone];
    if (known) return known;
    const bases = { sent: sent.base, taken: taken.base };
    const made = new BaseGroups(zone, this.#spaces.destinations.zones, bases, {
      verdicts: this.#verdicts,
      runs: this.#runs,
    });
    this.#groups[zone] = made;
    return made;
  }

  /** Marks the cells for which a side has found something; `both`: also where the other has. */
  #mark(own: SideRow, other: SideRow, isMet: Uint8Array, both: boolean): void {
    const { blocks, count } = own.found;
    const foundThere = other.found.isFound;
    const { verdicts: general, coarse } = other.base;
    const part = coarse.of;
    // Neighbours in the list are often of one rule, and meet the same.
    let here = CLOSED;
    let there = CLOSED;
    let cell = CLOSED;
    for (let i = 0; i < count; i++) {
      const id = blocks[i] as number;
      const isFound = foundThere[id] === 1;
      if (isFound && !both) continue;
      const against = isFound ? other.says.verdictAt(id) : (general[part[id] as number] as VerdictId);
      // Then it is shut in general as well, and most are.
      if ((against === CLOSED && !isFound) || isMet[id] === 0) continue;
      const verdict = own.says.verdictAt(id);
      if (verdict !== here || against !== there) {
        here = verdict;
        there = against;
        cell = this.#verdicts.meet(here, there);
      }
      this.#marks.set(id, cell);
    }
  }

  /** Consecutive sources often share it. */
  #sentBy(source: number): SideRow {
    const subject = this.#subjectOf[source] as number;
    if (this.#sent?.subject !== subject) this.#sent = { subject, row: this.#sides.egress.rows.row(source) };
    return this.#sent.row;
  }

  #takenFrom(source: number): SideRow {
    if (this.#taken?.source !== source) this.#taken = { source, row: this.#sides.ingress.rows.row(source) };
    return this.#taken.row;
  }
}
