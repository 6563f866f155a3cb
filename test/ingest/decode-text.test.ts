import { describe, expect, it } from 'vitest';
import { faults, POD, read, values } from './reading.ts';

const encoder = new TextEncoder();

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...encoder.encode(part)] : part)));
}

describe('the bytes of a file', () => {
  it('may start with a byte order mark, which is no column', () => {
    const parsed = read(bytes([0xef, 0xbb, 0xbf], 'hello'));
    expect(faults(parsed)).toEqual(['YML007 1:1']);
    expect(values(read(bytes([0xef, 0xbb, 0xbf], POD)))).toHaveLength(1);
  });

  it.each([
    ['a byte of no character', bytes('a: b\nc: ', [0xff], 'x'), '2:4'],
    ['a character that is cut off', bytes('a: b\nc: ', [0xe2, 0x82]), '2:4'],
    ['Latin-1', bytes('ä: caf', [0xe9], '\n'), '1:7'],
    ['a surrogate', bytes('\uFFFD', [0xed, 0xa0, 0x80]), '1:2'],
  ])('are one finding at the first wrong one: %s', (_, content, place) => {
    const parsed = read(content);
    expect(faults(parsed)).toEqual([`YML008 ${place}`]);
    expect(parsed.findings[0]?.unreadable).toBe(true);
  });

  it.each([
    ['little endian', bytes([0xff, 0xfe, 0x61, 0])],
    ['big endian', bytes([0xfe, 0xff, 0, 0x61])],
  ])('are said to be UTF-16 when they are: %s', (_, content) => {
    const parsed = read(content);
    expect(faults(parsed)).toEqual(['YML008 1:1']);
    expect(parsed.findings[0]?.message).toContain('UTF-16');
  });

  it('are said to be no text when they hold NUL', () => {
    expect(faults(read(bytes('a: b\n', [0x7f, 0, 1])))).toEqual(['YML008 2:2']);
  });
});
