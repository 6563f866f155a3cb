/** A matrix is what single questions answer, listed, counted and cut into pages alike. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersectAddresses, isNoAddress, rangesSet } from '../../src/algebra/address-set.ts';
import { connectionKey, isEmpty } from '../../src/algebra/connection-set.ts';
import type { Cell, Reach } from '../../src/engine/reach.ts';
import { AskedMatrix, type Pair } from '../../src/queries/matrix/asked-matrix.ts';
import type { End } from '../../src/queries/matrix/ends.ts';
import { MatrixCount } from '../../src/queries/matrix/matrix-count.ts';
import { MatrixSurvey } from '../../src/queries/matrix/matrix-survey.ts';
import { type MatrixQuery, pairs } from '../../src/queries/matrix.ts';
import { byKeys } from '../../src/util/ordering.ts';
import { analysisOfObjects } from '../oracle/ask-engine.ts';
import { randomFullPicture } from '../oracle/random-full-picture.ts';
import { askedOneByOne, queryOf, querySketch } from './matrix-queries.ts';

const levels = fc.constantFrom('workload' as const, 'pod' as const);

function listed(reach: Reach, query: MatrixQuery): Pair[] {
  return [...pairs(reach, query)].sort(
    byKeys(
      (p) => p.from.id,
      (p) => p.to.id,
    ),
  );
}

/** The nodes that an end of a pair stands for. */
function nodesOf({ nodes }: Reach, end: End): number[] {
  if (end.kind !== 'outside') return [end.node];
  return [...nodes.keys()].filter((i) => {
    const node = nodes[i];
    return (
      node?.kind === 'outside' && !isNoAddress(intersectAddresses(rangesSet([node.range]), rangesSet([end.range])))
    );
  });
}

function byNodes(reach: Reach, found: readonly Pair[]): [string, Cell][] {
  return found.flatMap(({ from, to, allow, unknown }) =>
    nodesOf(reach, from).flatMap((f) =>
      nodesOf(reach, to).map((t): [string, Cell] => [`${f} > ${t}`, { allow, unknown }]),
    ),
  );
}

const cellKey = ({ allow, unknown }: Cell) => `${connectionKey(allow)} ${connectionKey(unknown)}`;

describe('a matrix', () => {
  it('has every pair that is asked for, once, with the cell that a single question has', () => {
    fc.assert(
      fc.property(randomFullPicture, levels, querySketch, (objects, level, sketch) => {
        const reach = analysisOfObjects(objects, { level, ipBlockPods: 'match' }).reach();
        const query = queryOf(reach, sketch);
        const found = byNodes(reach, listed(reach, query));
        expect(new Map(found)).toEqual(askedOneByOne(reach, query));
        expect(new Set(found.map(([key]) => key)).size).toBe(found.length);
      }),
      { numRuns: 150 },
    );
  });

  it('has touching outside addresses with one cell as one range', () => {
    fc.assert(
      fc.property(randomFullPicture, querySketch, (objects, sketch) => {
        const reach = analysisOfObjects(objects, { level: 'workload', ipBlockPods: 'match' }).reach();
        const found = listed(reach, queryOf(reach, sketch));
        const ranges = found.flatMap((pair) =>
          [pair.from, pair.to].flatMap((end) => {
            const other = end === pair.from ? `to ${pair.to.id}` : `from ${pair.from.id}`;
            return end.kind === 'outside' ? [{ range: end.range, key: `${other} ${cellKey(pair)}` }] : [];
          }),
        );
        for (const same of Map.groupBy(ranges, ({ key }) => key).values()) {
          const merged = rangesSet(same.map(({ range }) => range));
          expect(merged.v4.length + merged.v6.length).toBe(same.length);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is counted, while its rows go by, as it is listed', () => {
    fc.assert(
      fc.property(randomFullPicture, levels, querySketch, (objects, level, sketch) => {
        const reach = analysisOfObjects(objects, { level, ipBlockPods: 'match' }).reach();
        const query = queryOf(reach, sketch);
        const found = listed(reach, query);
        const matrix = new AskedMatrix(reach, query);
        const count = new MatrixCount(matrix);
        for (const row of reach.rows()) count.add(row);
        const doubtful = found.filter(({ unknown }) => !isEmpty(unknown)).length;
        expect(count.finish()).toEqual({ pairs: found.length, doubtful });
      }),
      { numRuns: 300 },
    );
  });

  it('is in its pages what it is as a whole', () => {
    fc.assert(
      fc.property(randomFullPicture, querySketch, fc.nat(), fc.nat(), (objects, sketch, from, length) => {
        const reach = analysisOfObjects(objects, { level: 'workload', ipBlockPods: 'match' }).reach();
        const query = { ...queryOf(reach, sketch), focus: [] };
        const found = listed(reach, query);
        const survey = new MatrixSurvey(reach, query);
        const start = from % (found.length + 1);
        const end = Math.min(found.length, start + (length % 40));
        expect(survey.total).toBe(found.length);
        expect(survey.doubtful).toBe(found.some(({ unknown }) => !isEmpty(unknown)));
        expect(survey.page(start, end)).toEqual(found.slice(start, end));
        const strangers = found.flatMap((p) => [p.from, p.to]).filter((e) => e.kind !== 'endpoint');
        expect(new Set(survey.strangers.map((e) => e.id))).toEqual(new Set(strangers.map((e) => e.id)));
      }),
      { numRuns: 200 },
    );
  });
});
