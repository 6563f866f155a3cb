/** Laws of a diff, on random clusters. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equal, portRange } from '../../src/algebra/connection-set.ts';
import { Analysis, DEFAULT_OPTIONS } from '../../src/analysis/analysis.ts';
import { Algebra } from '../../src/engine/algebra.ts';
import type { BySide } from '../../src/ingest/index.ts';
import type { MatrixQuery } from '../../src/queries/matrix.ts';
import { changesByCells } from '../queries/diff/cell-by-cell.ts';
import {
  type KubernetesObject,
  randomObjects,
  randomVersions,
  renamed,
  split,
} from '../queries/diff/random-versions.ts';
import { bundleOf } from '../support/bundle.ts';
import { causesOf, changesOf, linesOf } from '../support/diff.ts';

const MINUTES = 60_000;

const analysis = (objects: readonly KubernetesObject[], algebra?: Algebra) =>
  new Analysis(bundleOf({ 'a.ndjson': objects.map((o) => JSON.stringify(o)).join('\n') }), DEFAULT_OPTIONS, algebra);

const versions = randomVersions.map(({ before, after }) => ({ before: analysis(before), after: analysis(after) }));

const names = fc.subarray(['pod-0', 'pod-1', 'pod-2', 'default/pod-3', 'pod-1-renamed', 'cache', 'nobody'], {
  maxLength: 3,
});

const query: fc.Arbitrary<MatrixQuery> = fc.record({
  focus: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: names }),
  focusPeer: fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: names }),
  direction: fc.constantFrom(undefined, 'ingress', 'egress'),
  connection: fc.constantFrom(undefined, undefined, portRange('TCP', 80, 443)),
  self: fc.boolean(),
  external: fc.boolean(),
});

const flipped = <T>({ before, after }: BySide<T>): BySide<T> => ({ before: after, after: before });

describe('a diff', () => {
  test('of a bundle and itself is empty', () => {
    fc.assert(
      fc.property(randomObjects, (objects) => {
        const only = analysis(objects);
        expect(changesOf({ before: only, after: only }, { self: true })).toEqual([]);
        expect(changesOf({ before: only, after: analysis(objects.toReversed()) }, { self: true })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('mirrors the diff of the two the other way round', () => {
    fc.assert(
      fc.property(versions, (both) => {
        const there = changesOf(both);
        const back = changesOf(flipped(both)).map((change) => ({ ...change, ...flipped(change) }));
        expect(linesOf(back)).toEqual(linesOf(there));
      }),
      { numRuns: 150 },
    );
  });

  test('is what asking cell by cell finds', { timeout: 5 * MINUTES }, () => {
    fc.assert(
      fc.property(randomVersions, query, fc.boolean(), (objects, asked, shared) => {
        const algebra = shared ? new Algebra() : undefined;
        const both = { before: analysis(objects.before, algebra), after: analysis(objects.after, algebra) };
        const reaches = { before: both.before.reach(), after: both.after.reach() };
        expect(linesOf(changesOf(both, asked))).toEqual(linesOf(changesByCells(reaches, asked)));
      }),
      { numRuns: 400 },
    );
  });

  test('of policies that were renamed, or split, is empty', () => {
    fc.assert(
      fc.property(randomObjects, (objects) => {
        const before = analysis(objects);
        for (const after of [renamed(objects), split(objects), split(renamed(objects))]) {
          expect(changesOf({ before, after: analysis(after) }, { self: true })).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('has a cause for every change', () => {
    fc.assert(
      fc.property(versions, (both) => {
        for (const causes of Object.values(causesOf(both))) expect(causes).not.toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('has only pairs that differ', () => {
    fc.assert(
      fc.property(versions, (both) => {
        for (const { before, after } of changesOf(both)) {
          expect(equal(before.allow, after.allow) && equal(before.unknown, after.unknown)).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });
});
