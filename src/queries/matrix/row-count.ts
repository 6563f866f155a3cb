/** How many pairs begin at each node of a source class, told by the sizes of the classes that its row leads to. */

import type { Row } from '../../engine/reach.ts';
import { pushTo } from '../../util/ordering.ts';
import type { AskedMatrix } from './asked-matrix.ts';
import { NOTHING, SURE } from './cut-cells.ts';
import { OutsideCount } from './outside-count.ts';
import { RoleSums } from './role-sums.ts';
import type { Role } from './roles.ts';
import { type PairCount, Tally } from './tally.ts';

export interface NodeCount extends PairCount {
  readonly node: number;
}

/** What a row leads to: where nothing is unknown, and where something is. */
interface Reached {
  readonly sure: Tally;
  readonly doubtful: Tally;
}

export class RowCount {
  readonly #matrix: AskedMatrix;
  readonly #podsOf = new Map<string, number[]>();
  readonly #sums: RoleSums;
  readonly #outside: OutsideCount;

  constructor(matrix: AskedMatrix) {
    this.#matrix = matrix;
    this.#sums = new RoleSums(matrix.scope.destinations);
    this.#outside = new OutsideCount(matrix);
    for (const [node, known] of matrix.reach.nodes.entries()) {
      if (known.kind === 'endpoint') pushTo(this.#podsOf, known.endpoint.workload, node);
    }
  }

  /** `reach`'s row of a source class of endpoints or of an entry controller. */
  of(row: Row): NodeCount[] {
    const { reach, query, scope } = this.#matrix;
    const reached = this.#inside(row);
    const toOutside = new Set(scope.toOutside(row.source));
    const outside = toOutside.size > 0 ? this.#outside.of(row) : NO_PAIRS;
    const own = this.#ownPairs(row);
    return (reach.sources.members[row.source] ?? []).map((node) => {
      const inside = this.#from(node, reached);
      const left = query.self ? NO_PAIRS : this.#from(node, own(node));
      const beyond = toOutside.has(node) ? outside : NO_PAIRS;
      return {
        node,
        pairs: inside.pairs - left.pairs + beyond.pairs,
        doubtful: inside.doubtful - left.doubtful + beyond.doubtful,
      };
    });
  }

  #from(node: number, reached: Reached): PairCount {
    const { scope } = this.#matrix;
    const role = scope.roles[node] as Role;
    const doubtful = reached.doubtful.pairsFrom(role, scope);
    return { pairs: reached.sure.pairsFrom(role, scope) + doubtful, doubtful };
  }

  /** Every run of every row comes by here. */
  #inside({ firsts, lasts, cells }: Row): Reached {
    const { cells: cut } = this.#matrix;
    const [sure, doubtful] = [new Tally(), new Tally()];
    for (let run = 0; run < cells.length; run++) {
      const kind = cut.kind(cells[run] as number);
      if (kind === NOTHING) continue;
      this.#sums.add(kind === SURE ? sure : doubtful, firsts[run] as number, lasts[run] as number);
    }
    return { sure, doubtful };
  }

  /** For a node: the pods of its own workload that the row leads to. */
  #ownPairs(row: Row): (node: number) => Reached {
    let last: { workload: string; reached: Reached } | undefined;
    return (node) => {
      const known = this.#matrix.reach.nodes[node];
      if (known?.kind !== 'endpoint') return NOBODY;
      const { workload } = known.endpoint;
      if (last?.workload !== workload) last = { workload, reached: this.#amongPods(workload, row) };
      return last.reached;
    };
  }

  #amongPods(workload: string, row: Row): Reached {
    const { reach, scope } = this.#matrix;
    const reached = { sure: new Tally(), doubtful: new Tally() };
    for (const pod of this.#podsOf.get(workload) ?? []) {
      const kind = this.#kindAt(row, reach.destinations.classOf[pod] as number);
      const role = scope.roles[pod] as Role;
      if (kind !== NOTHING) reached[kind === SURE ? 'sure' : 'doubtful'].addNode(role);
    }
    return reached;
  }

  /** Runs ascend. */
  #kindAt({ firsts, lasts, cells }: Row, destination: number): number {
    let [low, high] = [0, lasts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((lasts[middle] as number) < destination) low = middle + 1;
      else high = middle;
    }
    const isMet = low < firsts.length && (firsts[low] as number) <= destination;
    return isMet ? this.#matrix.cells.kind(cells[low] as number) : NOTHING;
  }
}

const NO_PAIRS: PairCount = { pairs: 0, doubtful: 0 };
const NOBODY: Reached = { sure: new Tally(), doubtful: new Tally() };
