import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackedTexts } from '../../src/ingest/packed-texts.ts';

describe('packed texts', () => {
  it('come out as they went in', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '\u20ac', '🎉', '\uFEFF', '\n'), maxLength: 40 });
    fc.assert(
      fc.property(fc.array(text), (list) => {
        const packed = new PackedTexts();
        const numbers = list.map((each) => packed.add(each));
        expect(numbers.map((number) => packed.at(number))).toEqual(list);
      }),
    );
  });

  it('may be asked for in any order, whatever blocks they are in', () => {
    const packed = new PackedTexts();
    const list = Array.from({ length: 3_000 }, (_, i) => `{"name":"web-${i}","namespace":"team-${i % 97}"}`.repeat(2));
    const numbers = list.map((each) => packed.add(each));
    const order = [...numbers.keys()].sort((a, b) => ((a * 7_919) % 3_001) - ((b * 7_919) % 3_001));
    expect(order.every((i) => packed.at(numbers[i] ?? -1) === list[i])).toBe(true);
  });

  it('have a lone half of a pair of surrogates told by U+FFFD', () => {
    const packed = new PackedTexts();
    expect(packed.at(packed.add('a\ud800b'))).toBe('a\ufffdb');
  });

  it('may be longer than a block, or fill several', () => {
    const packed = new PackedTexts();
    const list = [
      'a',
      'b'.repeat(300_000),
      '',
      'c',
      ...Array.from({ length: 40 }, (_, i) => `${i}é`.repeat(9_000)),
      '',
    ];
    const numbers = list.map((each) => packed.add(each));
    expect(numbers.map((number) => packed.at(number)).every((each, i) => each === list[i])).toBe(true);
  });
});
