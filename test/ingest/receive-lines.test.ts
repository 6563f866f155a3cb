import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText, objectText } from './random-json.ts';
import { A, B, bytesOf, JSON_TYPE, LINES, streamed, whole, withChunks, wrong } from './streaming.ts';

const encoder = new TextEncoder();

const lines = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.tuple(
        fc.oneof({ weight: 6, arbitrary: objectText.map(oneLine) }, jsonText.map(oneLine), wrong),
        fc.constantFrom('\n', '\r\n', '\n\n', ' \n\t'),
      ),
      { maxLength: 12 },
    ),
  )
  .map(([mark, parts]) => bytesOf([...(mark ? [[0xef, 0xbb, 0xbf]] : []), `${A}\n${B}\n`, ...parts.flat()]));

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}

describe('JSON lines that are read while they arrive', () => {
  it('are what they are when they are read whole, whatever is wrong with them, in whatever chunks they come', async () => {
    await fc.assert(
      fc.asyncProperty(withChunks(lines), async ([bytes, chunks]) => {
        expect(await streamed(chunks, LINES)).toEqual(await whole(bytes, LINES));
      }),
      { numRuns: 300 },
    );
  });

  it('are found by looking, too', async () => {
    const bytes = encoder.encode(`${A}\n${B}\n`);
    for (const type of ['', 'text/plain', JSON_TYPE, 'application/x-www-form-urlencoded']) {
      expect(await streamed([bytes], type, { wholeBytes: 80 })).toEqual(await whole(bytes, type));
    }
  });

  it('lose a line that is too long, and no other', async () => {
    const bytes = encoder.encode(`${A}\n{"x":"${'é'.repeat(100)}"}\n${B}`);
    const limits = { pieceBytes: 100 };
    const found = await streamed([bytes.slice(0, 90), bytes.slice(90)], LINES, limits);
    expect(found).toMatchObject({ documents: [{ name: /:1:/ }, { name: /:3:/ }] });
    expect(found).toEqual(await whole(bytes, LINES, limits));
  });
});
