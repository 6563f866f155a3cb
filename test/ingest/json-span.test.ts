import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonSpan } from '../../src/ingest/json-span.ts';
import { jsonText } from './random-json.ts';
import { chunked } from './streaming.ts';

/** How many bytes a span takes for the value at the start. */
function lengthOf(chunks: readonly Uint8Array[]): number {
  const span = new JsonSpan();
  let length = 0;
  for (const chunk of chunks) {
    const end = span.read(chunk, 0);
    length += end;
    if (span.ended) return length;
    expect(end).toBe(chunk.length);
  }
  return -1;
}

describe('the span of a JSON value', () => {
  it('ends where the value ends, in whatever chunks its bytes come', () => {
    const texts = jsonText.chain((text) => {
      const bytes = new TextEncoder().encode(`${text} ,"[{`);
      return fc.tuple(fc.constant(text), chunked(bytes));
    });
    fc.assert(
      fc.property(texts, ([text, chunks]) => {
        expect(lengthOf(chunks)).toBe(new TextEncoder().encode(text).length);
      }),
      { numRuns: 500 },
    );
  });

  it('does not end before the value does', () => {
    expect(lengthOf([new TextEncoder().encode('{"a":["}]\\"')])).toBe(-1);
  });

  it('is one byte at least, whatever that is', () => {
    expect(lengthOf([new TextEncoder().encode('}]')])).toBe(1);
    expect(lengthOf([new TextEncoder().encode(':]')])).toBe(1);
  });
});
