/**
 * Three independent witnesses: the engine, the dense oracle and the naive evaluator. `PORTOLAN_CLUSTERS=2000 vitest run
 * test/properties/three-witnesses` asks about 2,000 generated clusters, and about random ones in the same ratio;
 * `ORACLE_SEED=…` asks about others.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROFILES } from '../../bench/gen/options.ts';
import { makeReach } from '../../src/engine/compile.ts';
import { expectAgreement } from '../oracle/agreement.ts';
import { analysisOfObjects } from '../oracle/ask-engine.ts';
import { cellDifference } from '../oracle/compare-cells.ts';
import { describeCounterexample } from '../oracle/counterexample.ts';
import { denseReach } from '../oracle/dense/reach.ts';
import { type GeneratedCluster, largeCluster, smallCluster } from '../oracle/generated-cluster.ts';
import type { Manifest } from '../oracle/manifests.ts';
import { spread } from '../oracle/probes.ts';
import { randomFullPicture } from '../oracle/random-full-picture.ts';
import { randomPolicyPicture } from '../oracle/random-policy-picture.ts';
import { randomReachInput, wideReachInput } from '../oracle/random-reach-input.ts';
import { reachInputOf } from '../oracle/reach-input.ts';
import { reduce } from '../oracle/reduce.ts';
import { dispute, type Witnessed } from '../oracle/three-witnesses.ts';

const CLUSTERS = Number(process.env['PORTOLAN_CLUSTERS'] ?? 120);
const SEED = process.env['ORACLE_SEED'];
const TIMEOUT = 12 * 3_600_000;
const PROFILE_TURNS = PROFILES.map((profile, turn) => ({ profile, turn }));

/** How many random clusters go with the generated ones. */
const share = (of120: number): number => Math.ceil((CLUSTERS * of120) / 120);

describe('the engine, the dense oracle and the naive evaluator agree', { timeout: TIMEOUT }, () => {
  it.each(PROFILE_TURNS)('on generated clusters of the profile $profile', ({ turn }) => {
    for (let serial = turn; serial < CLUSTERS; serial += PROFILES.length) {
      const level = serial % 3 === 0 ? 'pod' : 'workload';
      const ipBlockPods = serial % 5 === 0 ? 'ignore' : 'match';
      expectNoDispute(smallCluster(SEED ?? '1', serial), { level, ipBlockPods, pairs: 500 });
    }
  });

  it.each([
    { level: 'pod', ipBlockPods: 'match' },
    { level: 'workload', ipBlockPods: 'match' },
    { level: 'pod', ipBlockPods: 'ignore' },
  ] as const)('on random clusters, by $level, where blocks $ipBlockPods pods', (options) => {
    expectAgreement(randomPolicyPicture, (cluster) => dispute(cluster, { ...options, pairs: 200 }), options, share(40));
  });

  it.each([
    { level: 'pod', controller: undefined },
    { level: 'workload', controller: undefined },
    { level: 'pod', controller: 'shown' },
    { level: 'workload', controller: 'not shown' },
    { level: 'pod', controller: 'labelled' },
  ] as const)('on random clusters with all that leaves things open, by $level, controller $controller', (options) => {
    const { controller, ...rest } = options;
    const witnessed = { ...rest, ...(controller && { controller }), pairs: 200 };
    expectAgreement(randomFullPicture, (cluster) => dispute(cluster, witnessed), {}, share(40));
  });
});

describe('the engine and the dense oracle agree', { timeout: TIMEOUT }, () => {
  it('on random stacks of policies that no manifest could say', () => {
    fc.assert(
      fc.property(randomReachInput, (input) => {
        const found = cellDifference(makeReach(input), denseReach(input));
        expect(found && { ...found, from: found.from.name, to: found.to.name }).toBeUndefined();
      }),
      { numRuns: share(1500), ...(SEED !== undefined && { seed: Number(SEED) }) },
    );
  });

  it('on some rows of random stacks about a hundred pods', () => {
    fc.assert(
      fc.property(wideReachInput, (input) => {
        const [engine, dense] = [makeReach(input), denseReach(input)];
        const rows = new Set(spread(engine.nodes.length, 12));
        const found = cellDifference(engine, dense, (_source, index) => rows.has(index));
        expect(found && { ...found, from: found.from.name, to: found.to.name }).toBeUndefined();
      }),
      { numRuns: share(80), endOnFailure: true, ...(SEED !== undefined && { seed: Number(SEED) }) },
    );
  });

  it.each(PROFILE_TURNS)('on rows of a thousand workloads of the profile $profile', ({ turn }) => {
    const { objects, command } = largeCluster(SEED ?? '1', turn);
    const analysis = analysisOfObjects(objects, { level: 'workload' });
    const engine = analysis.reach();
    const rows = new Set(spread(engine.nodes.length, 10));
    const dense = denseReach(reachInputOf(analysis));
    const found = cellDifference(engine, dense, (_source, index) => rows.has(index));
    expect(found && { command, ...found, from: found.from.name, to: found.to.name }).toBeUndefined();
  });
});

/** Shows the fewest objects that they still differ about. */
function expectNoDispute({ objects, command }: GeneratedCluster, options: Witnessed): void {
  const found = disputeOrError(objects, options);
  if (found === undefined) return;
  const isSame = (rest: readonly Manifest[]) =>
    disputeOrError(rest, options)?.engine.slice(0, 5) === found.engine.slice(0, 5);
  const fewest = reduce(objects, isSame);
  throw new Error(`${command}\n${describeCounterexample(fewest, options, disputeOrError(fewest, options))}`);
}

/** An engine that throws has no verdict to compare. */
function disputeOrError(objects: readonly Manifest[], options: Witnessed) {
  try {
    return dispute(objects, options);
  } catch (error) {
    return { question: 'anything', naive: 'not asked', engine: `threw ${String(error)}` };
  }
}
