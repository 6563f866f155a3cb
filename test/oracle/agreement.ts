/**
 * Runs the engine and the naive evaluator over random clusters until they disagree. A failure shows the smallest cluster
 * found, as YAML, with the question and both answers, and the seed that finds it again (`ORACLE_SEED=… vitest run
 * test/properties`).
 */
import fc from 'fast-check';
import { askEngine } from './ask-engine.ts';
import { type Disagreement, describeCounterexample } from './counterexample.ts';
import { describeFlow, type OracleOptions } from './flow.ts';
import type { Manifest } from './manifests.ts';
import { naiveVerdict } from './naive.ts';
import { probes } from './probes.ts';
import { parseAsk } from './traps/trap.ts';

type Cluster = readonly Manifest[];

/** Looks for a question about a cluster on which the two disagree. */
export type Find = (cluster: Cluster) => Disagreement | undefined;

export function expectAgreement(
  clusters: fc.Arbitrary<Cluster>,
  find: Find,
  options: OracleOptions,
  numRuns: number,
): void {
  const seed = process.env['ORACLE_SEED'];
  const result = fc.check(
    fc.property(clusters, (cluster) => find(cluster) === undefined),
    { numRuns, ...(seed !== undefined && { seed: Number(seed) }) },
  );
  if (result.failed) {
    const [cluster = []] = result.counterexample ?? [];
    throw new Error(`seed ${result.seed}, path ${result.counterexamplePath}\n${report(cluster, options, find)}`);
  }
}

/** Asks both about at most `limit` packets. */
export function aboutFlows(options: OracleOptions, limit: number): Find {
  return (cluster) => {
    const ask = askEngine(cluster, options);
    for (const flow of probes(cluster, limit)) {
      const naive = naiveVerdict(cluster, options, flow);
      const engine = ask(flow);
      if (naive !== engine) {
        return { question: describeFlow(flow), naive, engine };
      }
    }
    return undefined;
  };
}

/** What the engine says to the questions of a trap, written as the trap writes them. */
export function engineAnswers(cluster: Cluster, asks: readonly string[], options: OracleOptions = {}): string[] {
  const ask = askEngine(cluster, options);
  return asks.map((text) => {
    const { flow } = parseAsk(text);
    return `${describeFlow(flow)} = ${ask(flow)}`;
  });
}

/** An engine that throws has no verdict to compare: the cluster and its error are then all there is to show. */
function report(cluster: Cluster, options: OracleOptions, find: Find): string {
  try {
    return describeCounterexample(cluster, options, find(cluster));
  } catch (error) {
    return `${describeCounterexample(cluster, options, undefined)}\n# the engine threw: ${String(error)}`;
  }
}
