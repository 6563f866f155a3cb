/** The engine against the naive evaluator with all tiers: AdminNetworkPolicy, ClusterNetworkPolicy, Baseline of both. */
import { describe, expect, it } from 'vitest';
import { aboutFlows, engineAnswers, expectAgreement } from '../oracle/agreement.ts';
import { randomPolicyPicture } from '../oracle/random-policy-picture.ts';
import { CLUSTER_POLICY_TRAPS } from '../oracle/traps/index.ts';

const MINUTES = 60_000;

describe('the engine agrees with the naive evaluator about the whole picture of policy', () => {
  it('on random clusters', { timeout: 10 * MINUTES }, () => {
    expectAgreement(randomPolicyPicture, aboutFlows({}, 400), {}, 1000);
  });

  it('on random clusters where networks do not speak about pods', { timeout: 5 * MINUTES }, () => {
    const options = { ipBlockPods: 'ignore' } as const;
    expectAgreement(randomPolicyPicture, aboutFlows(options, 400), options, 150);
  });
});

describe.each(CLUSTER_POLICY_TRAPS)('the engine knows the traps of %s', (_subject, traps) => {
  it.each(traps)('$says', ({ given, options, asks }) => {
    expect(engineAnswers(given, asks, options)).toEqual(asks);
  });
});
