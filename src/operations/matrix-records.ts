/**
 * The matrix by classes, for machines: the tables of source and destination classes once, then one row per source
 * class. What is the same for a thousand workloads is said once.
 */

import { formatRange } from '../algebra/address-set.ts';
import { isEmpty } from '../algebra/connection-set.ts';
import type { Classes } from '../engine/classes.ts';
import type { Reach, Row } from '../engine/reach.ts';
import type { AnswerRecord } from '../render/answer.ts';
import { compareText } from '../util/ordering.ts';
import { connectionJson } from './connection-json.ts';
import type { ConnectionJson } from './results.ts';

/** A part of the matrix in the same records: every peer is a class of its own. */
export function* partRecords(connections: readonly ConnectionJson[]): Generator<AnswerRecord> {
  const sources = [...new Set(connections.map((c) => c.from))];
  const destinations = [...new Set(connections.map((c) => c.to))].sort(compareText);
  for (const [id, peer] of sources.entries()) yield { t: 'class', side: 'source', id, peers: [peer] };
  for (const [id, peer] of destinations.entries()) yield { t: 'class', side: 'destination', id, peers: [peer] };
  const classOf = new Map(destinations.map((peer, id) => [peer, id]));
  const rows = Map.groupBy(connections, (c) => c.from);
  for (const [id, peer] of sources.entries()) {
    const to = (rows.get(peer) ?? []).map(({ to: end, from: _from, ...cell }) => ({
      classes: `${classOf.get(end)}`,
      ...cell,
    }));
    yield { t: 'row', from: id, to };
  }
}

export function* matrixRecords(reach: Reach): Generator<AnswerRecord> {
  yield* classTable(reach, 'source', reach.sources);
  yield* classTable(reach, 'destination', reach.destinations);
  const texts = new CellTexts(reach);
  for (const row of reach.rows()) {
    if (row.cells.length > 0) yield { t: 'row', from: row.source, to: groupCells(row, texts) };
  }
}

function* classTable(reach: Reach, side: 'source' | 'destination', classes: Classes): Generator<AnswerRecord> {
  for (const [id, members] of classes.members.entries()) {
    const peers = members.map((i) => {
      const node = reach.nodes[i];
      return node?.kind === 'outside' ? formatRange(node.range) : (node?.endpoint.id ?? '');
    });
    yield { t: 'class', side, id, peers };
  }
}

/** Destination classes by what they allow, as runs: `3-17,20`. */
function groupCells({ destinations, cells }: Row, texts: CellTexts): unknown[] {
  const groups = new Map<number, Runs>();
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as number;
    let runs = groups.get(cell);
    if (!runs) {
      runs = new Runs();
      groups.set(cell, runs);
    }
    runs.add(destinations[i] as number);
  }
  return [...groups].map(([cell, runs]) => ({ classes: runs.text, ...texts.of(cell) }));
}

/** Ascending numbers, written as runs. */
class Runs {
  #text = '';
  #first = -1;
  #last = -1;

  add(number: number): void {
    if (number !== this.#last + 1 || this.#first < 0) {
      this.#text = this.text;
      this.#first = number;
    }
    this.#last = number;
  }

  get text(): string {
    if (this.#first < 0) return '';
    const run = this.#first === this.#last ? `${this.#first}` : `${this.#first}-${this.#last}`;
    return this.#text === '' ? run : `${this.#text},${run}`;
  }
}

/** Cells as JSON, each made once. */
class CellTexts {
  readonly #reach: Reach;
  readonly #known: Record<string, unknown>[] = [];

  constructor(reach: Reach) {
    this.#reach = reach;
  }

  of(id: number): Record<string, unknown> {
    const known = this.#known[id];
    if (known) return known;
    const { allow, unknown } = this.#reach.cellAt(id);
    const made = { allow: connectionJson(allow), ...(isEmpty(unknown) ? {} : { unknown: connectionJson(unknown) }) };
    this.#known[id] = made;
    return made;
  }
}
