import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Address } from '../../src/algebra/cidr.ts';
import { PodColumns, type PodRow } from '../../src/kubernetes/pod-columns.ts';

const v4 = fc.oneof(fc.constant(0), fc.constant(2 ** 32 - 1), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const address = fc.oneof(
  v4.map((value): Address => ({ family: 'IPv4', value })),
  fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }).map((value): Address => ({ family: 'IPv6', value })),
);
const row: fc.Arbitrary<PodRow> = fc.record({
  name: fc.string(),
  node: fc.option(fc.string(), { nil: undefined }),
  addresses: fc.array(address, { maxLength: 3 }),
  own: fc.option(fc.array(fc.option(fc.string(), { nil: undefined }), { minLength: 3, maxLength: 3 }), {
    nil: undefined,
  }),
});

it('Columns give every pod back as it was, whatever addresses it has.', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const columns = new PodColumns(rows.length);
      for (const pod of rows) columns.add(pod);
      expect(columns.count).toBe(rows.length);
      expect(rows.map((_, i) => columns.at(i))).toEqual(rows);
    }),
  );
});
