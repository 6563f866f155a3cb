/** The engine against the naive evaluator about NetworkPolicy: random clusters, packets at every border, one verdict each. */
import { describe, expect, it } from 'vitest';
import { aboutFlows, engineAnswers, expectAgreement } from '../oracle/agreement.ts';
import { randomCluster } from '../oracle/random-cluster.ts';
import { TRAPS } from '../oracle/traps/index.ts';

const MINUTES = 60_000;

describe('the engine agrees with the naive evaluator', () => {
  it('on random clusters', { timeout: 10 * MINUTES }, () => {
    expectAgreement(randomCluster, aboutFlows({}, 400), {}, 1000);
  });

  it('on random clusters where ipBlocks do not speak about pods', { timeout: 5 * MINUTES }, () => {
    const options = { ipBlockPods: 'ignore' } as const;
    expectAgreement(randomCluster, aboutFlows(options, 400), options, 150);
  });
});

describe.each(TRAPS)('the engine knows the traps of %s', (_subject, traps) => {
  it.each(traps)('$says', ({ given, options, asks }) => {
    expect(engineAnswers(given, asks, options)).toEqual(asks);
  });
});
