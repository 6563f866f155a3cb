/** The rules of a side laid out on classes: what all of them cost together, and, where that is affordable, its rows. */

import { LIMITS } from '../ingest/limits.ts';
import type { Policy } from '../policy/rule.ts';
import { Clauses, type Spaces } from './clauses.ts';
import { OrderedTier, ownClauses } from './ordered-tier.ts';
import type { Shared } from './shared.ts';
import type { Side } from './side.ts';
import { SideRows } from './side-rows.ts';
import type { TierTable } from './tier-table.ts';
import { UniformTier } from './uniform-tier.ts';
import { ruleWork, totalWork } from './work.ts';

export class SideTables {
  readonly #side: Side;
  readonly #spaces: Spaces;
  readonly #shared: Shared;
  #work: number | undefined;
  #costs: ReadonlyMap<Policy, number> | undefined;
  #rows: SideRows | undefined;

  constructor(side: Side, spaces: Spaces, shared: Shared) {
    this.#side = side;
    this.#spaces = spaces;
    this.#shared = shared;
  }

  /** How much work a whole matrix is. Where that may be done, it is prepared at once. */
  get work(): number {
    this.#work ??= this.#prepare();
    return this.#work;
  }

  /** What each policy adds to it. */
  get costs(): ReadonlyMap<Policy, number> {
    this.#costs ??= ruleWork(this.#makeClauses());
    return this.#costs;
  }

  get rows(): SideRows {
    this.#work ??= this.#prepare();
    this.#rows ??= this.#makeRows(this.#makeClauses());
    return this.#rows;
  }

  /** Of the clauses nothing is kept: there are more of them than of anything else. */
  #prepare(): number {
    const clauses = this.#makeClauses();
    const work = totalWork(clauses);
    if (work <= LIMITS.ruleWork.value) this.#rows = this.#makeRows(clauses);
    else this.#costs = ruleWork(clauses);
    return work;
  }

  #makeClauses(): Clauses[] {
    return this.#side.tiers.map((tier) =>
      tier.isOrdered ? ownClauses(tier, this.#shared) : new Clauses(tier, this.#spaces, this.#shared),
    );
  }

  #makeRows(all: readonly Clauses[]): SideRows {
    const tables = all.map((clauses) =>
      clauses.side.isOrdered
        ? new OrderedTier(clauses, this.#spaces, this.#shared)
        : new UniformTier(clauses, this.#shared.effects),
    );
    const ofTier = new Map(all.map(({ side }, i) => [side, tables[i] as TierTable]));
    const layers = this.#side.layers.map((tiers) => tiers.flatMap((tier) => ofTier.get(tier) ?? []));
    return new SideRows(layers, this.#spaces, this.#shared);
  }
}
