/**
 * Kernel: rows under one policy stack. A source may send what its egress side lets it send to a destination, and the
 * destination's ingress side lets in. Whichever side is closed in general leads: only what it opens is looked at, so
 * that a row costs what it holds, not what there is.
 */

import { BlockMap } from './block-map.ts';
import type { Classes } from './classes.ts';
import type { Node } from './node.ts';
import type { RowBuffer } from './row-buffer.ts';
import type { Side } from './side.ts';
import { type Shared, type SideRow, verdictAt } from './side-rows.ts';
import { CLOSED, type VerdictId, type Verdicts } from './verdicts.ts';
import { mayMeet, zoneOf } from './zones.ts';

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
  }

  /** Adds what a source class may send to every destination class, looking at what the more closed of the two opens. */
  add(source: number, out: RowBuffer): void {
    const node = this.#nodeOf(source);
    const sent = this.#sentBy(node);
    const taken = this.#takenFrom(node);
    const ends = { zone: zoneOf(this.#nodes[node] as Node), out };
    if (sent.open + sent.found.count <= taken.open + taken.found.count) {
      this.#follow({ row: sent, classes: this.#ofPeers, other: taken, blockOf: this.#asSubject, ...ends });
    } else {
      this.#follow({ row: taken, classes: this.#ofSubjects, other: sent, blockOf: this.#asPeer, ...ends });
    }
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

  #follow(pass: Pass): void {
    const { found, base, coarse } = pass.row;
    for (let i = 0; i < found.count; i++) {
      const block = found.blocks[i] as number;
      this.#across(block, found.values[block] as VerdictId, pass);
    }
    const { starts, items } = coarse.blocks;
    for (let part = 0; part < base.length; part++) {
      const verdict = base[part] as VerdictId;
      if (verdict === CLOSED) continue;
      for (let at = starts[part] as number; at < (starts[part + 1] as number); at++) {
        const block = items[at] as number;
        if ((found.values[block] as number) < 0) this.#across(block, verdict, pass);
      }
    }
  }

  /** To the classes of one block. */
  #across(block: number, verdict: VerdictId, { classes, other, blockOf, zone, out }: Pass): void {
    if (verdict === CLOSED) return;
    const { starts, items } = classes;
    for (let at = starts[block] as number; at < (starts[block + 1] as number); at++) {
      const id = items[at] as number;
      const against = verdictAt(other, blockOf[id] as number);
      if (against === CLOSED || !mayMeet(zone, this.#zoneOf[id] as number)) continue;
      out.add(id, this.#verdicts.meet(verdict, against));
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

/** One side's row, followed to the classes of each of its blocks, and the other side's row that must agree. */
interface Pass {
  readonly row: SideRow;
  readonly classes: BlockMap;
  readonly other: SideRow;
  /** Of each class, its block of the other side. */
  readonly blockOf: Int32Array;
  /** Of the source. */
  readonly zone: number;
  readonly out: RowBuffer;
}
