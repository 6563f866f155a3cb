import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClassMarks } from '../../src/engine/class-marks.ts';
import { RowRuns } from '../../src/engine/row-runs.ts';
import { classCells } from '../oracle/class-cells.ts';

const CLASSES = 70;
/** By class, a cell; 0 holds nothing. */
const row = fc.array(fc.nat({ max: 2 }), { minLength: CLASSES, maxLength: CLASSES });

describe('a row', () => {
  it('written class by class is as many runs as its cells change, and gives every class that holds something back', () => {
    const runs = new RowRuns(CLASSES);
    fc.assert(
      fc.property(row, (cells) => {
        cells.forEach((cell, id) => {
          runs.add(id, id, cell);
        });
        const taken = runs.take(3);
        const changes = cells.filter((cell, id) => cell !== 0 && cell !== (cells[id - 1] ?? 0));
        expect(taken.source).toBe(3);
        expect([...taken.cells]).toEqual(changes);
        const written = classCells(taken);
        const open = [...cells.keys()].filter((id) => cells[id] !== 0);
        expect([...written.destinations]).toEqual(open);
        expect([...written.cells]).toEqual(open.map((id) => cells[id]));
      }),
    );
  });

  it('takes no run that ends before it begins', () => {
    const runs = new RowRuns(CLASSES);
    runs.add(5, 4, 1);
    expect(runs.take(0).cells).toHaveLength(0);
  });
});

describe('marked classes', () => {
  it('are taken in ascending order with their last values, once', () => {
    const marks = new ClassMarks(CLASSES);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: CLASSES - 1 }), fc.nat())), (given) => {
        for (const [id, value] of given) marks.set(id, value);
        const expected = [...new Map(given)].sort(([a], [b]) => a - b);
        expect(Array.from(marks.take(), (id) => [id, marks.values[id]])).toEqual(expected);
        expect(marks.take()).toHaveLength(0);
      }),
    );
  });
});
