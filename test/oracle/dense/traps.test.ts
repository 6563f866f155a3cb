/** The dense oracle against answers worked out by hand: a second opinion is worth only what it is itself proved to be. */
import { describe, expect, it } from 'vitest';
import { intersect, isEmpty } from '../../../src/algebra/connection-set.ts';
import { analysisOfObjects, nodeNumber, packetOf } from '../ask-engine.ts';
import { describeFlow, type Flow, type OracleOptions, type Verdict } from '../flow.ts';
import type { Manifest } from '../manifests.ts';
import { reachInputOf } from '../reach-input.ts';
import { CLUSTER_POLICY_TRAPS, TRAPS } from '../traps/index.ts';
import { parseAsk } from '../traps/trap.ts';
import { denseReach } from './reach.ts';

describe.each([...TRAPS, ...CLUSTER_POLICY_TRAPS])('the dense oracle knows the traps of %s', (_subject, traps) => {
  it.each(traps)('$says', ({ given, options, asks }) => {
    const ask = askDense(given, options ?? {});
    const answers = asks.map((text) => {
      const { flow } = parseAsk(text);
      return `${describeFlow(flow)} = ${ask(flow)}`;
    });
    expect(answers).toEqual(asks);
  });
});

function askDense(objects: readonly Manifest[], options: OracleOptions): (flow: Flow) => Verdict {
  const dense = denseReach(reachInputOf(analysisOfObjects(objects, options)));
  return ({ from, to, ...packet }) => {
    if ('pod' in from && 'pod' in to && from.pod === to.pod) return 'allow';
    const { allow, unknown } = dense.between(nodeNumber(dense.nodes, from), nodeNumber(dense.nodes, to));
    if (!isEmpty(intersect(allow, packetOf(packet)))) return 'allow';
    return isEmpty(intersect(unknown, packetOf(packet))) ? 'deny' : 'unknown';
  };
}
