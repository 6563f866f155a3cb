/** How many pairs begin at each node of a source class, told by the sizes of the classes that its row leads to. */

import type { Row } from '../../engine/reach.ts';
import type { AskedMatrix } from './asked-matrix.ts';
import { DOUBTFUL, NOTHING, SURE } from './cut-cells.ts';
import { OutsideCount } from './outside-count.ts';
import { FOCUS, type Role } from './roles.ts';
import { type PairCount, Tally } from './tally.ts';

const NONE = -1;
const NO_PAIRS: PairCount = { pairs: 0, doubtful: 0 };

export class RowCount {
  readonly #matrix: AskedMatrix;
  /** By node: the first of its workload, and the one after it. */
  readonly #firstOf: Int32Array;
  readonly #next: Int32Array;
  readonly #outside: OutsideCount;
  /** Of the row that is looked at: where nothing is unknown, where something is, and what is outside. */
  #row: Row | undefined;
  readonly #sure = new Tally();
  readonly #doubtful = new Tally();
  #beyond = NO_PAIRS;
  /** The same of the pods of one workload, by its first node. */
  #workload = NONE;
  readonly #ownSure = new Tally();
  readonly #ownDoubtful = new Tally();

  constructor(matrix: AskedMatrix) {
    const { nodes } = matrix.reach;
    this.#matrix = matrix;
    this.#outside = new OutsideCount(matrix);
    this.#firstOf = new Int32Array(nodes.length).fill(NONE);
    this.#next = new Int32Array(nodes.length).fill(NONE);
    const last = new Map<string, number>();
    for (const [node, known] of nodes.entries()) {
      if (known.kind !== 'endpoint') continue;
      const before = last.get(known.endpoint.workload);
      this.#firstOf[node] = before === undefined ? node : (this.#firstOf[before] as number);
      if (before !== undefined) this.#next[before] = node;
      last.set(known.endpoint.workload, node);
    }
  }

  /** Looks at `reach`'s row of a source class of endpoints or of an entry controller, until the next. */
  look(row: Row): void {
    this.#row = row;
    this.#workload = NONE;
    this.#countInside(row);
    this.#beyond = this.#matrix.scope.toOutside(row.source).length > 0 ? this.#outside.of(row) : NO_PAIRS;
  }

  /** What begins at a node of the class whose row is looked at. */
  from(node: number): PairCount {
    const { query, scope } = this.#matrix;
    const role = scope.roles[node] as Role;
    let sure = this.#sure.pairsFrom(role, scope);
    let doubtful = this.#doubtful.pairsFrom(role, scope);
    if (!query.self && this.#firstOf[node] !== NONE) {
      this.#countOwn(this.#firstOf[node] as number);
      sure -= this.#ownSure.pairsFrom(role, scope);
      doubtful -= this.#ownDoubtful.pairsFrom(role, scope);
    }
    const beyond = (role & FOCUS) !== 0 ? this.#beyond : NO_PAIRS;
    return { pairs: sure + doubtful + beyond.pairs, doubtful: doubtful + beyond.doubtful };
  }

  #countInside(row: Row): void {
    const { peers, doubtful } = this.#matrix.groupsOf(row);
    this.#sure.clear();
    this.#doubtful.clear();
    this.#sure.peers = peers - doubtful;
    this.#doubtful.peers = doubtful;
    if (this.#matrix.scope.into) this.#countInto(row);
  }

  /** Of whom is in focus at the other end. */
  #countInto({ firsts, lasts, cells }: Row): void {
    const { cells: cut, sums } = this.#matrix;
    for (let run = 0; run < cells.length; run++) {
      const kind = cut.kinds[cut.numberOf(cells[run] as number)];
      if (kind !== SURE && kind !== DOUBTFUL) continue;
      const tally = kind === SURE ? this.#sure : this.#doubtful;
      const [from, to] = [firsts[run] as number, (lasts[run] as number) + 1];
      tally.focus += (sums.focus[to] as number) - (sums.focus[from] as number);
      tally.both += (sums.both[to] as number) - (sums.both[from] as number);
    }
  }

  /** The pods of a workload that the row leads to. */
  #countOwn(first: number): void {
    if (this.#workload === first) return;
    this.#workload = first;
    this.#ownSure.clear();
    this.#ownDoubtful.clear();
    const { reach, scope } = this.#matrix;
    for (let pod = first; pod !== NONE; pod = this.#next[pod] as number) {
      const kind = this.#kindAt(reach.destinations.classOf[pod] as number);
      if (kind === SURE) this.#ownSure.addNode(scope.roles[pod] as Role);
      else if (kind === DOUBTFUL) this.#ownDoubtful.addNode(scope.roles[pod] as Role);
    }
  }

  /** Runs ascend. */
  #kindAt(destination: number): number {
    if (!this.#row) return NOTHING;
    const { firsts, lasts, cells } = this.#row;
    let [low, high] = [0, lasts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((lasts[middle] as number) < destination) low = middle + 1;
      else high = middle;
    }
    if (low === cells.length || (firsts[low] as number) > destination) return NOTHING;
    const { cells: cut } = this.#matrix;
    return cut.kinds[cut.numberOf(cells[low] as number)] as number;
  }
}
