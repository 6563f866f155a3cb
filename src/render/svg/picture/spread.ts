/**
 * Items of one column put as near as possible to where they would like to be, without overlapping and in their order:
 * least squares by pooling neighbours that want the same place (isotonic regression).
 */

export interface Wish {
  /** Where the top would best be. */
  readonly top: number;
  readonly height: number;
}

interface Pool {
  sum: number;
  count: number;
}

/** The tops, `gap` apart, within `from` and `to` where there is room. */
export function spread(wishes: readonly Wish[], gap: number, [from, to]: readonly [number, number]): number[] {
  const offsets: number[] = [];
  let length = 0;
  for (const { height } of wishes) {
    offsets.push(length);
    length += height + gap;
  }
  const pools: Pool[] = [];
  for (const [index, { top }] of wishes.entries()) {
    let pool: Pool = { sum: top - (offsets[index] ?? 0), count: 1 };
    for (let last = pools.at(-1); last !== undefined && last.sum / last.count > pool.sum / pool.count; ) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      last = pools.at(-1);
    }
    pools.push(pool);
  }
  const most = Math.max(from, to - (length - gap));
  const bases = pools.flatMap(({ sum, count }) => {
    const base = Math.min(Math.max(sum / count, from), most);
    return Array.from({ length: count }, () => base);
  });
  return offsets.map((offset, index) => (bases[index] ?? from) + offset);
}
