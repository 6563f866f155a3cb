import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packBytes, unpackBytes } from '../../src/util/lz4.ts';

function again(bytes: Uint8Array): Uint8Array {
  const unpacked = new Uint8Array(bytes.length);
  unpackBytes(packBytes(bytes), unpacked);
  return unpacked;
}

describe('packed bytes', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(again(bytes)).toEqual(bytes);
      }),
    );
  });

  it('come out as they went in where they repeat themselves', () => {
    const part = fc.uint8Array({ minLength: 1, maxLength: 40 });
    const parts = fc.array(part, { minLength: 1, maxLength: 4 });
    const order = fc.array(fc.nat({ max: 3 }), { maxLength: 60 });
    fc.assert(
      fc.property(parts, order, (own, indices) => {
        const bytes = Uint8Array.from(indices.flatMap((i) => [...(own[i % own.length] ?? [])]));
        expect(again(bytes)).toEqual(bytes);
      }),
    );
  });

  it.each([0, 1, 11, 12, 13, 17, 270, 285, 65_535, 65_536, 65_541, 70_000, 200_000])(
    'may be %i times the same byte',
    (length) => {
      const bytes = new Uint8Array(length).fill(7);
      expect(again(bytes)).toEqual(bytes);
      expect(packBytes(bytes).length).toBeLessThan(20 + length / 200);
    },
  );

  it('come out as they went in where what they repeat is farther back than a match reaches', () => {
    const noise = Uint8Array.from({ length: 65_540 }, (_, i) => Math.imul(i, 0x9e37_79b1) >>> 24);
    const bytes = new Uint8Array(noise.length * 3);
    for (const at of [0, noise.length, noise.length * 2]) bytes.set(noise, at);
    expect(again(bytes)).toEqual(bytes);
  });

  it('are those of the format: a literal, a match that overlaps what it makes, and the last five as they are', () => {
    const bytes = new Uint8Array(20).fill(97);
    expect([...packBytes(bytes)]).toEqual([0x1a, 97, 1, 0, 0x50, 97, 97, 97, 97, 97]);
  });
});
