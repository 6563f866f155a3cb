/**
 * The engine against the naive evaluator: random clusters, packets at every border, one verdict each. A failure shows the
 * smallest cluster found, as YAML, with the flow and both answers, and the seed that finds it again
 * (`ORACLE_SEED=… vitest run test/properties`).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askEngine } from '../oracle/ask-engine.ts';
import { type Disagreement, describeCounterexample } from '../oracle/counterexample.ts';
import { describeFlow, type OracleOptions } from '../oracle/flow.ts';
import type { Manifest } from '../oracle/manifests.ts';
import { naiveVerdict } from '../oracle/naive.ts';
import { probes } from '../oracle/probes.ts';
import { randomCluster } from '../oracle/random-cluster.ts';
import { TRAPS } from '../oracle/traps/index.ts';
import { parseAsk } from '../oracle/traps/trap.ts';

const MINUTES = 60_000;

describe('the engine agrees with the naive evaluator', () => {
  it('on random clusters', { timeout: 10 * MINUTES }, () => {
    expectAgreement({}, 500, 1500);
  });

  it('on random clusters where ipBlocks do not speak about pods', { timeout: 5 * MINUTES }, () => {
    expectAgreement({ ipBlockPods: 'ignore' }, 100, 1500);
  });
});

describe.each(TRAPS)('the engine knows the traps of %s', (_subject, traps) => {
  it.each(traps)('$says', ({ given, options, asks }) => {
    const ask = askEngine(given, options ?? {});
    const answers = asks.map((text) => {
      const { flow } = parseAsk(text);
      return `${describeFlow(flow)} = ${ask(flow)}`;
    });
    expect(answers).toEqual(asks);
  });
});

function expectAgreement(options: OracleOptions, numRuns: number, probesPerCluster: number): void {
  const find = (cluster: readonly Manifest[]) => firstDisagreement(cluster, options, probesPerCluster);
  const seed = process.env['ORACLE_SEED'];
  const result = fc.check(
    fc.property(randomCluster, (cluster) => find(cluster) === undefined),
    { numRuns, ...(seed !== undefined && { seed: Number(seed) }) },
  );
  if (result.failed) {
    const [cluster = []] = result.counterexample ?? [];
    throw new Error(`seed ${result.seed}, path ${result.counterexamplePath}\n${report(cluster, options, find)}`);
  }
}

/** An engine that throws has no verdict to compare: the cluster and its error are then all there is to show. */
function report(
  cluster: readonly Manifest[],
  options: OracleOptions,
  find: (cluster: readonly Manifest[]) => Disagreement | undefined,
): string {
  try {
    return describeCounterexample(cluster, options, find(cluster));
  } catch (error) {
    return `${describeCounterexample(cluster, options, undefined)}\n# the engine threw: ${String(error)}`;
  }
}

function firstDisagreement(
  cluster: readonly Manifest[],
  options: OracleOptions,
  limit: number,
): Disagreement | undefined {
  const ask = askEngine(cluster, options);
  for (const flow of probes(cluster, limit)) {
    const naive = naiveVerdict(cluster, options, flow);
    const engine = ask(flow);
    if (naive !== engine) {
      return { flow, naive, engine };
    }
  }
  return undefined;
}
