/**
 * Kernel: rows under one policy stack. A source may send what its egress side lets it send to a destination, and the
 * destination's ingress side lets in. Whichever side is closed in general leads: only what it opens is looked at, so
 * that a row costs what it holds, not what there is.
 */

import { BlockMap } from './block-map.ts';
import type { Classes } from './classes.ts';
import type { Node } from './node.ts';
import type { RowBuffer } from './row-buffer.ts';
import type { PeerRow, Shared, Side, SubjectRow } from './side.ts';
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
  readonly #destinations: Classes;
  readonly #verdicts: Verdicts;
  /** Of each destination class, its blocks as a peer of egress rules and as a subject of ingress rules, and back. */
  readonly #asPeer: Int32Array;
  readonly #asSubject: Int32Array;
  readonly #ofPeers: BlockMap;
  readonly #ofSubjects: BlockMap;
  /** Ingress subjects that are open in general, by zone of the source and then by their own. */
  readonly #open: (Int32Array[] | undefined)[] = [];
  #egressRow: { readonly block: number; readonly row: SubjectRow } | undefined;
  #ingressRow: { readonly block: number; readonly row: PeerRow } | undefined;

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
    this.#destinations = classes.destinations;
    const first = classes.destinations.members.map(([node = -1]) => node);
    this.#asPeer = Int32Array.from(first, (node) => egress.peers.of[node] as number);
    this.#asSubject = Int32Array.from(first, (node) => ingress.subjects.of[node] as number);
    this.#ofPeers = BlockMap.keysOf(this.#asPeer, egress.peers.count);
    this.#ofSubjects = BlockMap.keysOf(this.#asSubject, ingress.subjects.count);
  }

  /** Adds what a source class may send to every destination class. */
  add(source: number, out: RowBuffer): void {
    const [node = -1] = this.#sources.members[source] ?? [];
    const zone = zoneOf(this.#nodes[node] as Node);
    const sent = this.#sent(node);
    const taken = this.#taken(node);
    let open = 0;
    for (let to = 0; to < ZONES; to++) if (mayMeet(zone, to) && sent.bases[to] !== CLOSED) open |= 1 << to;
    this.#bySender(sent, taken, { zone, open, out });
    if (open === 0) return;
    for (let to = 0; to < ZONES; to++) {
      if ((open & (1 << to)) === 0) continue;
      for (const subject of this.#openTo(zone)[to] as Int32Array) this.#across(subject, sent, taken, out);
    }
    const { blocks, count } = taken.found;
    const { zones } = this.#sides.ingress.subjects;
    for (let i = 0; i < count; i++) {
      const subject = blocks[i] as number;
      if (taken.base[subject] !== CLOSED || (open & (1 << (zones[subject] as number))) === 0) continue;
      this.#across(subject, sent, taken, out);
    }
  }

  /** What a source class may send to one destination class. */
  cell(source: number, destination: number): VerdictId {
    const [node = -1] = this.#sources.members[source] ?? [];
    const [from, to] = [node, this.#destinations.members[destination]?.[0] ?? -1].map((n) =>
      zoneOf(this.#nodes[n] as Node),
    );
    if (!mayMeet(from as number, to as number)) return CLOSED;
    const sent = sentTo(this.#sent(node), this.#asPeer[destination] as number, this.#sides.egress.peers.zones);
    return this.#verdicts.meet(sent, takenBy(this.#taken(node), this.#asSubject[destination] as number));
  }

  /** To the peers that the source's own rules open, in zones that are closed to it otherwise. */
  #bySender(
    sent: SubjectRow,
    taken: PeerRow,
    { zone, open, out }: { zone: number; open: number; out: RowBuffer },
  ): void {
    const { values, blocks, count } = sent.found;
    const { zones } = this.#sides.egress.peers;
    for (let i = 0; i < count; i++) {
      const peer = blocks[i] as number;
      const verdict = values[peer] as VerdictId;
      const to = zones[peer] as number;
      if (verdict === CLOSED || (open & (1 << to)) !== 0 || !mayMeet(zone, to)) continue;
      const { starts, items } = this.#ofPeers;
      for (let at = starts[peer] as number; at < (starts[peer + 1] as number); at++) {
        const id = items[at] as number;
        const other = takenBy(taken, this.#asSubject[id] as number);
        if (other !== CLOSED) out.add(id, this.#verdicts.meet(verdict, other));
      }
    }
  }

  /** To the classes of one ingress subject. */
  #across(subject: number, sent: SubjectRow, taken: PeerRow, out: RowBuffer): void {
    const verdict = takenBy(taken, subject);
    if (verdict === CLOSED) return;
    const { zones } = this.#sides.egress.peers;
    const { starts, items } = this.#ofSubjects;
    for (let at = starts[subject] as number; at < (starts[subject + 1] as number); at++) {
      const id = items[at] as number;
      const other = sentTo(sent, this.#asPeer[id] as number, zones);
      if (other !== CLOSED) out.add(id, this.#verdicts.meet(other, verdict));
    }
  }

  #openTo(zone: number): Int32Array[] {
    const known = this.#open[zone];
    if (known) return known;
    const { zones } = this.#sides.ingress.subjects;
    const lists: number[][] = Array.from({ length: ZONES }, () => []);
    for (const [subject, verdict] of this.#sides.ingress.baseOf(zone).entries()) {
      if (verdict !== CLOSED) lists[zones[subject] as number]?.push(subject);
    }
    const made = lists.map((list) => Int32Array.from(list));
    this.#open[zone] = made;
    return made;
  }

  /** Consecutive sources often share one of the two. */
  #sent(node: number): SubjectRow {
    const block = this.#sides.egress.subjects.of[node] as number;
    if (this.#egressRow?.block !== block) this.#egressRow = { block, row: this.#sides.egress.ofSubject(block) };
    return this.#egressRow.row;
  }

  #taken(node: number): PeerRow {
    const block = this.#sides.ingress.peers.of[node] as number;
    if (this.#ingressRow?.block !== block) this.#ingressRow = { block, row: this.#sides.ingress.ofPeer(block) };
    return this.#ingressRow.row;
  }
}

function sentTo({ found, bases }: SubjectRow, peer: number, zones: Uint8Array): VerdictId {
  const verdict = found.values[peer] as number;
  return verdict >= 0 ? verdict : (bases[zones[peer] as number] as VerdictId);
}

function takenBy({ found, base }: PeerRow, subject: number): VerdictId {
  const verdict = found.values[subject] as number;
  return verdict >= 0 ? verdict : (base[subject] as VerdictId);
}
