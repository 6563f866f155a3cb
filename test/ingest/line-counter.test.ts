import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineCounter } from '../../src/ingest/line-counter.ts';
import { LineTable } from '../../src/ingest/line-table.ts';

it('counts lines and columns as a line table does, in whatever pieces the text comes', () => {
  const piece = fc
    .array(fc.constantFrom('a', '\n', '\r', '\r\n', '🎉'), { maxLength: 5 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const counter = new LineCounter();
      for (const text of pieces) counter.pass(text);
      const text = pieces.join('');
      // A table knows what follows a CR at the end: that it is no LF.
      expect(counter.position).toEqual(new LineTable(`${text}x`).at(text.length));
    }),
    { numRuns: 500 },
  );
});

it('may begin anywhere', () => {
  expect(new LineCounter({ line: 3, column: 4 }).pass('ab').position).toEqual({ line: 3, column: 6 });
  expect(new LineCounter({ line: 3, column: 4 }).pass('a\nb').position).toEqual({ line: 4, column: 2 });
});
