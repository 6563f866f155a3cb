import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatRange } from '../../src/algebra/address-set.ts';
import type { Node } from '../../src/engine/node.ts';
import type { Endpoint } from '../../src/policy/endpoint.ts';
import { EndNames } from '../../src/queries/end-names.ts';
import { isNamed } from '../../src/queries/focus.ts';
import { analysisOfObjects } from '../oracle/ask-engine.ts';
import { randomFullPicture } from '../oracle/random-full-picture.ts';

function endpointsOf(nodes: readonly Node[]): Endpoint[] {
  return nodes.flatMap((node) => (node.kind === 'endpoint' ? [node.endpoint] : []));
}

/** Names that mean something, and such that nearly do. */
function namesIn(nodes: readonly Node[]): string[] {
  const names = endpointsOf(nodes).flatMap(({ id, workload, name, namespace, pods }) => [
    ...[id, workload, name, `${namespace}/${name}`],
    ...pods.flatMap((pod) => [`${namespace}/${pod}`, pod, `/${pod}`]),
  ]);
  return [...new Set([...names, '', '/', 'nobody', 'nowhere/nobody', '@ingress-controller'])];
}

it('finds the endpoints that go by a name, as asking each of them does', () => {
  fc.assert(
    fc.property(randomFullPicture, fc.constantFrom('pod' as const, 'workload' as const), (objects, level) => {
      const { nodes } = analysisOfObjects(objects, { level, ipBlockPods: 'match' }).reach();
      const names = new EndNames({ nodes });
      for (const name of namesIn(nodes)) {
        const asked = [...nodes.keys()].filter((i) => {
          const node = nodes[i];
          return node?.kind === 'endpoint' && isNamed(node.endpoint, [name]);
        });
        expect(names.called(name)).toEqual(asked);
      }
    }),
    { numRuns: 60 },
  );
});

it('finds the outside range that has an address, and the one pod that is shown to have it', () => {
  fc.assert(
    fc.property(randomFullPicture, (objects) => {
      const { nodes } = analysisOfObjects(objects, { ipBlockPods: 'match' }).reach();
      const names = new EndNames({ nodes });
      for (const [i, node] of nodes.entries()) {
        if (node.kind !== 'outside') continue;
        const { family, first, last } = node.range;
        const at = (value: typeof first) => names.outside({ family, value } as Parameters<EndNames['outside']>[0]);
        expect([at(first), at(last)], formatRange(node.range)).toEqual([i, i]);
      }
      for (const address of endpointsOf(nodes).flatMap((e) => [...e.addresses])) {
        const holders = [...nodes.keys()].filter((i) => {
          const node = nodes[i];
          const held = node?.kind === 'endpoint' ? [...node.endpoint.addresses] : [];
          return held.some((a) => a.family === address.family && a.value === address.value);
        });
        expect(names.holder(address)).toBe(holders.length === 1 ? holders[0] : undefined);
      }
    }),
    { numRuns: 60 },
  );
});
