/** The engine beside the dense oracle that tests hold against it, which decides every pair of ends for itself: all pairs. */

import { equal } from '../../src/algebra/connection-set.ts';
import { denseReach } from '../../test/oracle/dense/reach.ts';
import { reachInputOf } from '../../test/oracle/reach-input.ts';
import { sharedEnds } from '../../test/oracle/shared-ends.ts';
import { analysisOf, readModel } from './analysis-of.ts';
import { CellTally } from './cell-tally.ts';
import { cpuOf } from './cpu.ts';
import type { Sampled } from './sampled.ts';

export function measureDense(path: string): Sampled {
  const analysis = analysisOf(path);
  readModel(analysis);
  const { ms: engine } = cpuOf(() => new CellTally(analysis.reach()).addAll());
  const { value: cells, ms } = cpuOf(() => {
    const dense = denseReach(reachInputOf(analysis));
    const ends = sharedEnds(analysis.reach().nodes, dense.nodes);
    return ends.flatMap((from) => ends.map((to) => ({ from, to, cell: dense.between(from.dense, to.dense) })));
  });
  const different = cells.filter(({ from, to, cell }) => {
    const found = analysis.reach().between(from.engine, to.engine);
    return !equal(found.allow, cell.allow) || !equal(found.unknown, cell.unknown);
  });
  return { engine, ms, sample: cells.length, pairs: cells.length, disagreements: different.length };
}
