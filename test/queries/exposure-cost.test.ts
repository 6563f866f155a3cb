import { expect, test } from 'vitest';
import { exposureCost } from '../../src/queries/exposure-cost.ts';
import { hypotheticalSelectors } from '../../src/queries/hypothetical-selectors.ts';
import { analysisOf } from '../support/bundle.ts';
import { pod, policy, together } from '../support/objects.ts';

/** Pods that policies tell apart, each with a policy that lets one selector in and out. */
const bundle = (size: number, ports = ''): string =>
  together(
    ...Array.from({ length: size }, (_, i) => pod(`here/p${i}`, { labels: { app: `a${i}` } })),
    ...Array.from({ length: size }, (_, i) => {
      const peer = `[{ namespaceSelector: {}, podSelector: { matchLabels: { role: r${i} } } }]`;
      const rules = `ingress: [{ from: ${peer} }], egress: [{ to: ${peer}${ports} }]`;
      return policy(`here/p${i}`, `{ podSelector: { matchLabels: { app: a${i} } }, ${rules} }`);
    }),
  );

function costOf(yaml: string, focus: readonly string[] = []): number {
  const analysis = analysisOf(yaml);
  const reach = analysis.reach();
  const { stack } = analysis.policies();
  return exposureCost(reach, { stack, selectors: hypotheticalSelectors(reach, stack).length, focus });
}

test('it grows with workloads that policies tell apart times selectors', () => {
  expect(costOf(bundle(40)) / costOf(bundle(20))).toBeLessThan(4);
  expect(costOf(bundle(40)) / costOf(bundle(20))).toBeGreaterThan(3);
});

test('a focus makes it smaller', () => {
  expect(costOf(bundle(20), ['p1'])).toBeLessThan(costOf(bundle(20)) / 10);
});

test('every port name of egress is a question of its own', () => {
  expect(costOf(bundle(20, ', ports: [{ port: http }]'))).toBeGreaterThan(costOf(bundle(20)) * 1.3);
});
