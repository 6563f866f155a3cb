/**
 * Kernel: rows under one policy stack. A source may send what its egress side lets it send to a destination, and the
 * destination's ingress side lets in. What general rules of both sides say is the same for whole groups of classes and
 * for many sources, and is worked out once; over it go the cells for which either side has found something.
 */

import { BaseGroups } from './base-groups.ts';
import { BlockMap } from './block-map.ts';
import { ClassMarks } from './class-marks.ts';
import type { Classes } from './classes.ts';
import type { Node } from './node.ts';
import type { RowRuns } from './row-runs.ts';
import type { Side } from './side.ts';
import { type Shared, type SideRow, verdictAt } from './side-rows.ts';
import { CLOSED, type VerdictId, type Verdicts } from './verdicts.ts';
import { mayMeet, ZONES, zoneOf } from './zones.ts';

export interface StackSides {
  readonly egress: Side;
  readonly ingress: Side;
}

export class StackRows {
  readonly #sides: StackSides;
  readonly #nodes: readonly Node[];
  readonly #sources: Classes;
  readonly #verdicts: Verdicts;
  /** Of each destination class, its blocks as a peer of egress rules and as a subject of ingress rules, and back. */
  readonly #asPeer: Int32Array;
  readonly #asSubject: Int32Array;
  readonly #ofPeers: BlockMap;
  readonly #ofSubjects: BlockMap;
  readonly #zoneOf: Uint8Array;
  readonly #marks: ClassMarks;
  /** By the zone of the source. */
  readonly #groups: (BaseGroups | undefined)[] = new Array(ZONES).fill(undefined);
  #sent: { readonly block: number; readonly row: SideRow } | undefined;
  #taken: { readonly block: number; readonly row: SideRow } | undefined;

  constructor(
    sides: StackSides,
    { nodes, verdicts }: Pick<Shared, 'nodes' | 'verdicts'>,
    classes: { readonly sources: Classes; readonly destinations: Classes },
  ) {
    const { egress, ingress } = sides;
    this.#sides = sides;
    this.#nodes = nodes;
    this.#verdicts = verdicts;
    this.#sources = classes.sources;
    const first = classes.destinations.members.map(([node = -1]) => node);
    this.#asPeer = Int32Array.from(first, (node) => egress.peers.of[node] as number);
    this.#asSubject = Int32Array.from(first, (node) => ingress.subjects.of[node] as number);
    this.#zoneOf = Uint8Array.from(first, (node) => zoneOf(nodes[node] as Node));
    this.#ofPeers = BlockMap.keysOf(this.#asPeer, egress.peers.count);
    this.#ofSubjects = BlockMap.keysOf(this.#asSubject, ingress.subjects.count);
    this.#marks = new ClassMarks(first.length);
  }

  /** Writes what a source class may send to every destination class. */
  write(source: number, out: RowRuns): void {
    const node = this.#nodeOf(source);
    const sent = this.#sentBy(node);
    const taken = this.#takenFrom(node);
    const groups = this.#groupsFor(zoneOf(this.#nodes[node] as Node), sent, taken);
    const base = groups.cells(sent.base, taken.base);
    this.#markSent({ sent, taken, groups, base });
    this.#markTaken({ sent, taken, groups, base });
    groups.write(base, this.#marks, out);
  }

  /** What a source class may send to one destination class. */
  cell(source: number, destination: number): VerdictId {
    const node = this.#nodeOf(source);
    if (!mayMeet(zoneOf(this.#nodes[node] as Node), this.#zoneOf[destination] as number)) return CLOSED;
    const sent = verdictAt(this.#sentBy(node), this.#asPeer[destination] as number);
    return this.#verdicts.meet(sent, verdictAt(this.#takenFrom(node), this.#asSubject[destination] as number));
  }

  #nodeOf(source: number): number {
    return this.#sources.members[source]?.[0] ?? -1;
  }

  #groupsFor(zone: number, sent: SideRow, taken: SideRow): BaseGroups {
    const known = this.#groups[zone];
    if (known) return known;
    const parts = {
      zone,
      zones: this.#zoneOf,
      sent: this.#asPeer.map((block) => sent.base.coarse.of[block] as number),
      taken: this.#asSubject.map((block) => taken.base.coarse.of[block] as number),
    };
    const made = new BaseGroups(parts, this.#verdicts);
    this.#groups[zone] = made;
    return made;
  }

  /** Cells for which the egress side has found something, and that differ from what holds in general. */
  #markSent({ sent, taken, groups, base }: Pass): void {
    const { blocks, values, count } = sent.found;
    const { starts, items } = this.#ofPeers;
    const [asSubject, marks, verdicts] = [this.#asSubject, this.#marks, this.#verdicts];
    const [groupOf, found] = [groups.of, taken.found.values];
    const [general, part] = [taken.base.verdicts, taken.base.coarse.of];
    for (let i = 0; i < count; i++) {
      const block = blocks[i] as number;
      const verdict = values[block] as VerdictId;
      const end = starts[block + 1] as number;
      for (let at = starts[block] as number; at < end; at++) {
        const id = items[at] as number;
        const group = groupOf[id] as number;
        if (group < 0) continue;
        const subject = asSubject[id] as number;
        const own = found[subject] as number;
        const cell = verdicts.meet(verdict, own >= 0 ? own : (general[part[subject] as number] as number));
        if (cell !== base[group]) marks.set(id, cell);
      }
    }
  }

  /** The same of the ingress side, without those for which the egress side has found something as well. */
  #markTaken({ sent, taken, groups, base }: Pass): void {
    const { blocks, values, count } = taken.found;
    const { starts, items } = this.#ofSubjects;
    const [asPeer, marks, verdicts] = [this.#asPeer, this.#marks, this.#verdicts];
    const [groupOf, found] = [groups.of, sent.found.values];
    const [general, part] = [sent.base.verdicts, sent.base.coarse.of];
    for (let i = 0; i < count; i++) {
      const block = blocks[i] as number;
      const verdict = values[block] as VerdictId;
      const end = starts[block + 1] as number;
      for (let at = starts[block] as number; at < end; at++) {
        const id = items[at] as number;
        const group = groupOf[id] as number;
        const peer = asPeer[id] as number;
        if (group < 0 || (found[peer] as number) >= 0) continue;
        const cell = verdicts.meet(verdict, general[part[peer] as number] as number);
        if (cell !== base[group]) marks.set(id, cell);
      }
    }
  }

  /** Consecutive sources often share one of the two. */
  #sentBy(node: number): SideRow {
    const block = this.#sides.egress.subjects.of[node] as number;
    if (this.#sent?.block !== block) this.#sent = { block, row: this.#sides.egress.ofSubject(block) };
    return this.#sent.row;
  }

  #takenFrom(node: number): SideRow {
    const block = this.#sides.ingress.peers.of[node] as number;
    if (this.#taken?.block !== block) this.#taken = { block, row: this.#sides.ingress.ofPeer(block) };
    return this.#taken.row;
  }
}

/** Both sides of a row, and its cells in general. */
interface Pass {
  readonly sent: SideRow;
  readonly taken: SideRow;
  readonly groups: BaseGroups;
  readonly base: Int32Array;
}
