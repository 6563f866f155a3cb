/**
 * Policies that only allow: whatever a row says a pod that meets its selector may do, every real pod that meets it may
 * do, and what a row of any pod says, every pod may do.
 */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equal, intersect } from '../../src/algebra/connection-set.ts';
import { selects } from '../../src/engine/membership.ts';
import { exposures } from '../../src/queries/exposure.ts';
import { hypotheticalSelectors } from '../../src/queries/hypothetical-selectors.ts';
import { endpointAt } from '../../src/queries/resolve-end.ts';
import { analysisOf, nodeOf } from '../support/bundle.ts';
import { namespace, pod, policy, together } from '../support/objects.ts';

const VALUES = ['x', 'y', 'z'];
const value = fc.constantFrom(...VALUES);
const labels = fc.dictionary(fc.constantFrom('app', 'env'), value);
const key = fc.constantFrom('app', 'env');
const values = fc.subarray(VALUES, { minLength: 1 });

const requirement = fc.oneof(
  fc.record({ key, operator: fc.constantFrom('In', 'NotIn'), values }),
  fc.record({ key, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
);
const selector = fc.record(
  { matchLabels: labels, matchExpressions: fc.array(requirement, { maxLength: 2 }) },
  { requiredKeys: [] },
);
const peer = fc.record({ namespaceSelector: selector, podSelector: selector }, { requiredKeys: ['podSelector'] });
const rules = fc.array(fc.record({ from: fc.array(peer, { minLength: 1, maxLength: 2 }) }), {
  minLength: 1,
  maxLength: 4,
});
const homes = fc.array(labels, { minLength: 1, maxLength: 3 });
const podLabels = fc.array(labels, { minLength: 1, maxLength: 4 });

/** The pod `here/a` lets in what the rules say, each on a port of its own; some pods are in some namespaces. */
const cluster = fc.record({ rules, homes, podLabels }).map((shape) => {
  const ingress = shape.rules.map((rule, i) => ({ ...rule, ports: [{ protocol: 'TCP', port: i + 1 }] }));
  const spaces = shape.homes.map((own, i) => namespace(`ns${i}`, own));
  const pods = shape.podLabels.flatMap((own, i) =>
    ['here', ...[...shape.homes.keys()].map((home) => `ns${home}`)].map((home) =>
      pod(`${home}/p${i}`, { labels: own }),
    ),
  );
  const isolating = policy(
    'here/in',
    `{ podSelector: { matchLabels: { it: a } }, ingress: ${JSON.stringify(ingress)} }`,
  );
  return together(pod('here/a', { labels: { it: 'a' } }), isolating, ...spaces, ...pods);
});

test('a row holds for every pod of the bundle that meets its selector', () => {
  fc.assert(
    fc.property(cluster, (yaml) => {
      const analysis = analysisOf(yaml);
      const reach = analysis.reach();
      const subject = nodeOf(reach, 'here/a[Pod]');
      const known = hypotheticalSelectors(reach, analysis.policies().stack).map((selector) => ({ selector }));
      const query = { focus: ['here/a'], direction: 'ingress', connection: undefined, external: false } as const;
      for (const { peer: to, allow, unknown } of exposures(reach, known, query)) {
        expect(unknown).toEqual([]);
        for (const node of reach.nodes.keys()) {
          const endpoint = endpointAt(reach, node);
          if (!endpoint || node === subject) continue;
          if (to.kind === 'selector' && selects(to.selector, endpoint) !== 'yes') continue;
          const real = reach.between(node, subject).allow;
          expect(equal(intersect(real, allow), allow)).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});
