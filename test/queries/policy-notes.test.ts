/** What is found through the sets that selectors mean is what asking every workload for its policies finds. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Reach } from '../../src/engine/reach.ts';
import type { Peer, Policy, Rule } from '../../src/policy/rule.ts';
import { hiddenSources, idlePolicies } from '../../src/queries/policy-notes.ts';
import { analysisOfObjects } from '../oracle/ask-engine.ts';
import { randomFullPicture } from '../oracle/random-full-picture.ts';
import { analysisOf } from '../support/bundle.ts';
import { pod, policy, together } from '../support/objects.ts';

function policiesOf(reach: Reach, node: number): Policy[] {
  return [...reach.selectedBy(node, 'ingress'), ...reach.selectedBy(node, 'egress')];
}

it('idle policies are those that have no say about any workload', () => {
  fc.assert(
    fc.property(randomFullPicture, fc.constantFrom('pod' as const, 'workload' as const), (objects, level) => {
      const analysis = analysisOfObjects(objects, { level, ipBlockPods: 'match' });
      const reach = analysis.reach();
      const { stack } = analysis.enforcement();
      const all = stack.layers.flatMap((l) => l.tiers.flatMap((t) => t.groups.flat()));
      const busy = new Set([...reach.nodes.keys()].flatMap((node) => policiesOf(reach, node)));
      expect([...idlePolicies(reach, stack)]).toEqual(all.filter((p) => !busy.has(p)));
    }),
    { numRuns: 150 },
  );
});

it('sources are hidden from rules about addresses, of policies about pods that such an opening leads to', () => {
  let seen = 0;
  fc.assert(
    fc.property(randomFullPicture, fc.array(fc.boolean(), { minLength: 1 }), (objects, hides) => {
      const analysis = analysisOfObjects(objects, { level: 'workload', ipBlockPods: 'match' });
      const reach = analysis.reach();
      const { stack } = analysis.enforcement();
      const openings = analysis
        .openings()
        .entry.map((o, i) => ({ ...o, hidesSource: hides[i % hides.length] === true }));
      const found = new Map(hiddenSources(reach, stack, openings).map(({ rule, opening }) => [rule, opening]));
      seen += found.size;
      for (const asking of stack.layers.flatMap((l) => l.tiers.flatMap((t) => t.groups.flat()))) {
        const first = openings.find((o) => o.hidesSource && meet(reach, o.to, asking));
        for (const rule of asking.rules) expect(found.get(rule)).toBe(namesAddresses(rule) ? first : undefined);
      }
    }),
    { numRuns: 150 },
  );
  expect(seen).toBeGreaterThan(0);
});

/** Whether some pod that the target means is one that the policy has a say about. */
function meet(reach: Reach, target: Peer, asking: Policy): boolean {
  return [...reach.nodes.keys()].some(
    (node) => reach.leadsTo(target, node) !== 'no' && reach.selectedBy(node, 'ingress').has(asking),
  );
}

function namesAddresses({ direction, peers }: Rule): boolean {
  const isWhole = (line: readonly { readonly first: unknown; readonly last: unknown }[], last: unknown) =>
    line.some((interval) => interval.first === (typeof last === 'bigint' ? 0n : 0) && interval.last === last);
  return (
    direction === 'ingress' &&
    peers.some(
      (p) => p.kind === 'addresses' && !isWhole(p.set.v4, 2 ** 32 - 1) && !isWhole(p.set.v6, (1n << 128n) - 1n),
    )
  );
}

it('a rule that names every address hides nothing', () => {
  const service =
    '{ apiVersion: v1, kind: Service, metadata: { name: s, namespace: a }, spec: { type: NodePort, selector: { app: x }, ports: [{ port: 80 }] } }';
  const found = (cidr: string): number => {
    const rule = policy('a/p', `{ ingress: [{ from: [{ ipBlock: { cidr: ${cidr} } }] }] }`);
    const analysis = analysisOf(together(pod('a/x', { labels: { app: 'x' } }), service, rule));
    return hiddenSources(analysis.reach(), analysis.enforcement().stack, analysis.openings().outside).length;
  };
  expect(found('10.0.0.0/8')).toBe(1);
  expect(found('0.0.0.0/0')).toBe(0);
});
