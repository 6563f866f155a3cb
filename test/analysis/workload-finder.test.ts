import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WorkloadFinder } from '../../src/analysis/workload-finder.ts';
import { readCluster } from '../../src/kubernetes/cluster.ts';
import { documentsOf } from '../support/bundle.ts';
import { pod, together } from '../support/objects.ts';

it('A workload is found by its id, in whatever order ids are asked for.', () => {
  const texts = Array.from({ length: 40 }, (_, i) => pod(`n${i % 3}/p${i}`, {}));
  const { workloads } = readCluster(documentsOf(together(...texts)), 'default');
  const ids = [...workloads.map(({ id }) => id), 'n0/p0', 'n0/p0[Pod]#1', '', 'z'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ids)), (asked) => {
      const finder = new WorkloadFinder(workloads);
      for (const id of asked) expect(finder.find(id)).toBe(workloads.find((workload) => workload.id === id));
    }),
  );
});
