import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectionKey } from '../../src/algebra/connection-set.ts';
import type { Reach } from '../../src/engine/reach.ts';
import type { Manifest } from '../oracle/manifests.ts';
import { randomCluster } from '../oracle/random-cluster.ts';
import { analysisOf } from '../support/bundle.ts';

/** No pod in the network of a node: what is known of nodes is merged less finely than what is known of pods. */
const cluster = randomCluster.map((objects) =>
  objects.map((o) => (o.kind === 'Pod' ? { ...o, spec: { ...o.spec, hostNetwork: false } } : o)),
);

function reachOf(objects: readonly Manifest[], level: 'pod' | 'workload'): Reach {
  return analysisOf({ 'a.ndjson': objects.map((o) => JSON.stringify(o)).join('\n') }, { level }).reach();
}

/** The pods of each node, as `namespace/pod`; of an outside range its own number among them. */
function podsOf(reach: Reach): string[][] {
  let outside = 0;
  return reach.nodes.map((n) =>
    n.kind === 'endpoint' ? n.endpoint.pods.map((p) => `${n.endpoint.namespace}/${p}`) : [`outside ${outside++}`],
  );
}

describe('workloads merged from pods', () => {
  it('may exchange exactly what every two of their pods may', () => {
    fc.assert(
      fc.property(cluster, (objects) => {
        const [merged, single] = [reachOf(objects, 'workload'), reachOf(objects, 'pod')];
        const [groups, alone] = [podsOf(merged), podsOf(single)];
        expect(groups.flat().sort()).toEqual(alone.flat().sort());
        const numberOf = new Map(alone.map(([pod = ''], i) => [pod, i]));
        const text = (reach: Reach, from: number, to: number) => {
          const { allow, unknown } = reach.between(from, to);
          return `${connectionKey(allow)} ${connectionKey(unknown)}`;
        };
        groups.forEach((froms, i) => {
          groups.forEach((tos, j) => {
            const expected = text(merged, i, j);
            for (const from of froms) {
              for (const to of tos) {
                expect(text(single, numberOf.get(from) ?? -1, numberOf.get(to) ?? -1)).toBe(expected);
              }
            }
          });
        });
      }),
      { numRuns: 60 },
    );
  });
});
