/**
 * A matrix that is too large to hold, in pages: how many pairs begin at each end is counted once, and then only the
 * pairs that begin at the ends of a page are made. For queries without a focus.
 */

import { isEmpty } from '../../algebra/connection-set.ts';
import type { Reach } from '../../engine/reach.ts';
import { byKeys } from '../../util/ordering.ts';
import { AskedMatrix, type Pair } from './asked-matrix.ts';
import { type End, NamedEnds, type OutsideEnd } from './ends.ts';
import type { MatrixQuery } from './query.ts';
import { RowCount } from './row-count.ts';

/** An end at which pairs begin, and how many. */
interface Beginning {
  readonly end: End;
  pairs: number;
}

export class MatrixSurvey {
  readonly #reach: Reach;
  readonly #query: MatrixQuery;
  readonly #matrix: AskedMatrix;
  /** By the id of the end, in the order of ids. */
  readonly #beginnings: ReadonlyMap<string, Beginning>;
  readonly #outside = new Map<string, OutsideEnd>();
  #doubtful = false;

  constructor(reach: Reach, query: MatrixQuery) {
    this.#reach = reach;
    this.#query = query;
    this.#matrix = new AskedMatrix(reach, query);
    const found = [...this.#inside(), ...this.#fromOutside()].filter(({ pairs }) => pairs > 0);
    this.#beginnings = new Map(
      found.sort(byKeys(({ end }) => end.id)).map((beginning) => [beginning.end.id, beginning]),
    );
  }

  get total(): number {
    return [...this.#beginnings.values()].reduce((sum, { pairs }) => sum + pairs, 0);
  }

  /** Whether something of some pair is unknown. */
  get doubtful(): boolean {
    return this.#doubtful;
  }

  /** The ends of all pairs that are no endpoints. */
  get strangers(): readonly End[] {
    const entries = [...this.#beginnings.values()].flatMap(({ end }) => (end.kind === 'entry' ? [end] : []));
    return [...entries, ...this.#outside.values()];
  }

  #inside(): Beginning[] {
    const ends = new NamedEnds(this.#reach);
    const count = new RowCount(this.#matrix);
    const found: Beginning[] = [];
    for (const row of this.#matrix.rows()) {
      count.look(row);
      for (const node of this.#reach.sources.members[row.source] ?? []) {
        const { pairs, doubtful } = count.from(node);
        found.push({ end: ends.at(node), pairs });
        this.#doubtful ||= doubtful > 0;
      }
      if (this.#matrix.scope.toOutside(row.source).length === 0) continue;
      for (const run of this.#matrix.outbound(row)) this.#meet(this.#matrix.line.end(run));
    }
    return found;
  }

  #fromOutside(): Beginning[] {
    const found = new Map<string, Beginning>();
    for (const run of this.#matrix.inbound()) {
      const end = this.#meet(this.#matrix.line.end(run));
      const beginning = found.get(end.id) ?? { end, pairs: 0 };
      beginning.pairs += this.#matrix.scope.fromOutside(run.destination).length;
      found.set(end.id, beginning);
      this.#doubtful ||= !isEmpty(run.cell.unknown);
    }
    return [...found.values()];
  }

  #meet(end: OutsideEnd): OutsideEnd {
    this.#outside.set(end.id, end);
    return end;
  }

  /** The pairs from one position up to another, sorted by `from`, then `to`. */
  page(start: number, end: number): Pair[] {
    const wanted = new Set<string>();
    let [position, skipped] = [0, 0];
    for (const [id, { pairs }] of this.#beginnings) {
      if (position + pairs <= start) skipped += pairs;
      else if (position < end) wanted.add(id);
      position += pairs;
    }
    const found = [...this.#pairsFrom(wanted)].sort(
      byKeys(
        (p) => p.from.id,
        (p) => p.to.id,
      ),
    );
    return found.slice(start - skipped, end - skipped);
  }

  *#pairsFrom(wanted: ReadonlySet<string>): Generator<Pair> {
    const ends = [...wanted].flatMap((id) => this.#beginnings.get(id)?.end ?? []);
    const focus = ends.flatMap((end) => (end.kind === 'endpoint' ? [end.id] : []));
    if (focus.length > 0) {
      const part = new AskedMatrix(this.#reach, { ...this.#query, focus, focusPeer: [], direction: 'egress' });
      for (const pair of part.pairs()) if (wanted.has(pair.from.id)) yield pair;
    }
    for (const end of ends) {
      if (end.kind === 'entry')
        yield* this.#matrix.pairsOf(this.#reach.row(this.#reach.sources.classOf[end.node] ?? -1));
    }
    if (!ends.some((end) => end.kind === 'outside')) return;
    for (const run of this.#matrix.inbound()) {
      if (wanted.has(this.#matrix.line.end(run).id)) yield* this.#matrix.pairsInto(run);
    }
  }
}
