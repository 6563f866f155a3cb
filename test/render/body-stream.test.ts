import { expect, test } from 'vitest';
import { bodyOf } from '../../src/render/body-stream.ts';

function counting(count: number) {
  const state = { made: 0, ended: false };
  function* chunks(): Generator<string> {
    try {
      for (; state.made < count; state.made++) yield `${'x'.repeat(99)}\n`;
    } finally {
      state.ended = true;
    }
  }
  return { state, chunks: chunks() };
}

test('a short text stays a string, so that it has a length', () => {
  expect(bodyOf(['a', 'b'])).toBe('ab');
  expect(bodyOf('ab')).toBe('ab');
  expect(bodyOf([])).toBe('');
});

test('a long text is whole, in chunks of a sensible size', async () => {
  const body = bodyOf(counting(10_000).chunks) as ReadableStream<Uint8Array>;
  const sizes: number[] = [];
  for await (const chunk of body) sizes.push(chunk.byteLength);
  expect(sizes.reduce((a, b) => a + b, 0)).toBe(1_000_000);
  expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(32_000);
});

test('bytes are sent in their place among text, and joined to it where they are few', async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(bodyOf(['é', bytes('ü'), 'a'])).toBe('éüa');
  const long = bytes('é'.repeat(40_000));
  const body = bodyOf(['a', bytes('é'), 'b', long, long, 'c']) as ReadableStream<Uint8Array>;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  expect(chunks.map(({ length }) => length)).toEqual([long.length + 4, long.length, 1]);
  expect(chunks[1]).toBe(long);
  expect(new TextDecoder().decode(Buffer.concat(chunks))).toBe(`aéb${'é'.repeat(80_000)}c`);
});

test('is computed no faster than it is read, and no further when the reader goes away', async () => {
  const { state, chunks } = counting(1_000_000);
  const reader = (bodyOf(chunks) as ReadableStream<Uint8Array>).getReader();
  await reader.read();
  await reader.cancel();
  expect(state.made).toBeLessThan(2_000);
  expect(state.ended).toBe(true);
});

test('what fails at once throws before there is a body', () => {
  // biome-ignore lint/correctness/useYield: it fails before its first chunk
  const failing = function* (): Generator<string> {
    throw new TypeError('bug');
  };
  expect(() => bodyOf(failing())).toThrow(TypeError);
});
