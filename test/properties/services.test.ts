/** The engine against the naive evaluator about Services: which pods a client is led to, and what becomes of it there. */
import { describe, expect, it } from 'vitest';
import { expectAgreement, type Find } from '../oracle/agreement.ts';
import { askEngineService } from '../oracle/ask-engine-service.ts';
import { describeEnd, describeFlow, type ServiceFlow, type Verdict } from '../oracle/flow.ts';
import { naiveService } from '../oracle/naive-service.ts';
import { serviceProbes } from '../oracle/probes.ts';
import { randomPolicyPicture } from '../oracle/random-policy-picture.ts';
import { SERVICES } from '../oracle/traps/services.ts';
import { describeBackends, parseServiceAsk } from '../oracle/traps/trap.ts';

const MINUTES = 60_000;

describe('the engine agrees with the naive evaluator about Services', () => {
  it('on random clusters', { timeout: 10 * MINUTES }, () => {
    expectAgreement(randomPolicyPicture, aboutServices(150), {}, 500);
  });
});

describe('the engine knows the traps of Services', () => {
  it.each(SERVICES)('$says', ({ given, options, asks }) => {
    const ask = askEngineService(given, options ?? {});
    const answers = asks.map((text) => {
      const flow = parseServiceAsk(text);
      return `${describeFlow(flow)} = ${describeBackends(ask(flow))}`;
    });
    expect(answers).toEqual(asks);
  });
});

function aboutServices(limit: number): Find {
  return (cluster) => {
    const ask = askEngineService(cluster, {});
    for (const flow of serviceProbes(cluster, limit)) {
      const naive = describeBackends(withoutHairpin(flow, naiveService(cluster, {}, flow)));
      const engine = describeBackends(withoutHairpin(flow, ask(flow)));
      if (naive !== engine) {
        return { question: describeFlow(flow), naive, engine };
      }
    }
    return undefined;
  };
}

/** Whether policy sees a client that a Service leads back to itself is left open by the API. */
function withoutHairpin({ from }: ServiceFlow, verdicts: ReadonlyMap<string, Verdict>): ReadonlyMap<string, Verdict> {
  return new Map([...verdicts].filter(([pod]) => pod !== describeEnd(from)));
}
