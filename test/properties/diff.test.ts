/** Laws of a diff, on random clusters. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasAddress, rangesSet } from '../../src/algebra/address-set.ts';
import type { Address } from '../../src/algebra/cidr.ts';
import { equal } from '../../src/algebra/connection-set.ts';
import type { Reach } from '../../src/engine/reach.ts';
import type { BySide } from '../../src/ingest/index.ts';
import { cellKey, jointCell } from '../../src/queries/diff/joint-cell.ts';
import type { Change } from '../../src/queries/diff.ts';
import type { Manifest } from '../oracle/manifests.ts';
import { randomCluster } from '../oracle/random-cluster.ts';
import { analysisOf } from '../support/bundle.ts';
import { causesOf, changesOf, linesOf } from '../support/diff.ts';

const analysis = (objects: readonly Manifest[]) =>
  analysisOf({ 'a.ndjson': objects.map((o) => JSON.stringify(o)).join('\n') });

/** Two clusters that often have objects in common: what is taken out of the first is what the second has more or less. */
const pair = fc.tuple(randomCluster, randomCluster, fc.infiniteStream(fc.nat({ max: 3 }))).map(([one, other, dice]) => {
  const after = one.filter(() => dice.next().value !== 0);
  const some = other.filter(() => dice.next().value === 0);
  return { before: analysis(one), after: analysis([...after, ...some]) };
});

const flipped = <T>({ before, after }: BySide<T>): BySide<T> => ({ before: after, after: before });

describe('a diff', () => {
  test('of a bundle and itself is empty', () => {
    fc.assert(
      fc.property(randomCluster, (objects) => {
        const only = analysis(objects);
        expect(changesOf({ before: only, after: only }, { self: true })).toEqual([]);
        expect(changesOf({ before: only, after: analysis(objects.toReversed()) }, { self: true })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('mirrors the diff of the two the other way round', () => {
    fc.assert(
      fc.property(pair, (both) => {
        const there = changesOf(both);
        const back = changesOf(flipped(both)).map((change) => ({ ...change, ...flipped(change) }));
        expect(linesOf(back)).toEqual(linesOf(there));
      }),
      { numRuns: 150 },
    );
  });

  test('is what makes the one matrix of the other', () => {
    fc.assert(
      fc.property(pair, (both) => {
        const changes = changesOf(both, { self: true });
        const reaches = { before: both.before.reach(), after: both.after.reach() };
        const ends = endsOf(reaches);
        for (const from of ends) {
          for (const to of ends) {
            const before = cellBetween(reaches.before, from, to);
            const after = cellBetween(reaches.after, from, to);
            const change = changes.find((c) => isAbout(c, from, to));
            expect(change ? cellKey(change.before) : cellKey(after)).toBe(cellKey(before));
            expect(change ? cellKey(change.after) : cellKey(before)).toBe(cellKey(after));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('has a cause for every change', () => {
    fc.assert(
      fc.property(pair, (both) => {
        for (const causes of Object.values(causesOf(both))) expect(causes).not.toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('has only pairs that differ', () => {
    fc.assert(
      fc.property(pair, (both) => {
        for (const { before, after } of changesOf(both)) {
          expect(equal(before.allow, after.allow) && equal(before.unknown, after.unknown)).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** A workload by its id, or one outside address. */
type End = string | Address;

/** Every workload of either side, and an address at every border of either. */
function endsOf({ before, after }: BySide<Reach>): End[] {
  const ends = new Map<string, End>();
  for (const node of [...before.nodes, ...after.nodes]) {
    if (node.kind === 'entry') continue;
    if (node.kind === 'endpoint') ends.set(node.endpoint.workload, node.endpoint.workload);
    else ends.set(`${node.range.family} ${node.range.first}`, firstOf(node.range));
  }
  return [...ends.values()];
}

function firstOf(range: Extract<Reach['nodes'][number], { kind: 'outside' }>['range']): Address {
  return range.family === 'IPv4' ? { family: 'IPv4', value: range.first } : { family: 'IPv6', value: range.first };
}

function cellBetween(reach: Reach, from: End, to: End) {
  const classes = (end: End, { classOf }: Reach['sources']) => [
    ...new Set(reach.nodes.flatMap((node, i) => (isNode(node, end) ? [classOf[i] ?? -1] : []))),
  ];
  return jointCell(reach, classes(from, reach.sources), classes(to, reach.destinations));
}

function isNode(node: Reach['nodes'][number], end: End): boolean {
  if (typeof end === 'string') return node.kind === 'endpoint' && node.endpoint.workload === end;
  return node.kind === 'outside' && hasAddress(rangesSet([node.range]), end);
}

function isAbout({ from, to }: Change, source: End, destination: End): boolean {
  const isEnd = (end: Change['from'], asked: End) =>
    typeof asked === 'string' ? end.id === asked : end.kind === 'outside' && hasAddress(rangesSet([end.range]), asked);
  return isEnd(from, source) && isEnd(to, destination);
}
