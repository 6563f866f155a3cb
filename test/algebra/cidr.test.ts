import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatV4, formatV6, parseAddress, parseCidr } from '../../src/algebra/cidr.ts';

const V6_MAX = (1n << 128n) - 1n;

function v6(text: string): bigint {
  const address = parseAddress(text);
  if (address?.family !== 'IPv6') throw new Error(`${text} is no IPv6 address`);
  return address.value;
}

describe('an address is read', () => {
  it.each([
    ['0.0.0.0', 0],
    ['10.0.0.1', 0x0a00_0001],
    ['255.255.255.255', 0xffff_ffff],
  ])('%s as a number', (text, value) => {
    expect(parseAddress(text)).toEqual({ family: 'IPv4', value });
  });

  it.each([
    ['::', 0n],
    ['::1', 1n],
    ['1::', 1n << 112n],
    ['1:2:3:4:5:6:7::', 0x0001_0002_0003_0004_0005_0006_0007_0000n],
    ['::2:3:4:5:6:7:8', 0x0000_0002_0003_0004_0005_0006_0007_0008n],
    ['FE80::A', 0xfe80_0000_0000_0000_0000_0000_0000_000an],
    ['::1.2.3.4', 0x0102_0304n],
    ['1:2:3:4:5:6:1.2.3.4', 0x0001_0002_0003_0004_0005_0006_0102_0304n],
    ['0000:0000:0000:0000:0000:0000:192.168.100.228', 0xc0a8_64e4n],
  ])('%s as a bigint', (text, value) => {
    expect(parseAddress(text)).toEqual({ family: 'IPv6', value });
  });

  it.each([
    '',
    '1',
    '1.2.3',
    '1.2.3.4.5',
    '256.0.0.1',
    '01.2.3.4',
    '-1.2.3.4',
    '1.2.3.4 ',
    ' 1.2.3.4',
    '0x7f.0.0.1',
    '1.2.3.4/8',
    ':',
    ':::',
    '1:::2',
    '1::2::3',
    '12345::',
    'g::',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:',
    ':1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '::1.2.3',
    '::1.2.3.256',
    '::01.2.3.4',
    '1.2.3.4::',
    '1:2:3:4:5:6:7:1.2.3.4',
    'fe80::1%eth0',
    'localhost',
  ])('%j as none', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });
});

describe('a block is read', () => {
  it.each([
    ['10.0.0.0/8', { first: 0x0a00_0000, last: 0x0aff_ffff, prefix: 8, hostBits: false, mapped: false }],
    ['0.0.0.0/0', { first: 0, last: 0xffff_ffff, prefix: 0, hostBits: false, mapped: false }],
    ['0.0.0.0/31', { first: 0, last: 1, prefix: 31, hostBits: false, mapped: false }],
    ['1.2.3.4/32', { first: 0x0102_0304, last: 0x0102_0304, prefix: 32, hostBits: false, mapped: false }],
    ['192.168.242.213/24', { first: 0xc0a8_f200, last: 0xc0a8_f2ff, prefix: 24, hostBits: true, mapped: false }],
    ['::ffff:10.0.0.0/104', { first: 0x0a00_0000, last: 0x0aff_ffff, prefix: 8, hostBits: false, mapped: true }],
    ['::FFFF:a00:1/128', { first: 0x0a00_0001, last: 0x0a00_0001, prefix: 32, hostBits: false, mapped: true }],
    ['::ffff:0:0/96', { first: 0, last: 0xffff_ffff, prefix: 0, hostBits: false, mapped: true }],
  ])('%s as IPv4', (text, expected) => {
    expect(parseCidr(text)).toEqual({ family: 'IPv4', ...expected });
  });

  it.each([
    ['::/0', { first: 0n, last: V6_MAX, prefix: 0, hostBits: false }],
    ['::1/128', { first: 1n, last: 1n, prefix: 128, hostBits: false }],
    ['2001:DB8::1/32', { first: v6('2001:db8::'), last: v6('2001:db9::') - 1n, prefix: 32, hostBits: true }],
    ['::1.2.3.4/128', { first: 0x0102_0304n, last: 0x0102_0304n, prefix: 128, hostBits: false }],
    ['::fffe:0:0/95', { first: v6('::fffe:0:0'), last: v6('::ffff:ffff:ffff'), prefix: 95, hostBits: false }],
  ])('%s as IPv6', (text, expected) => {
    expect(parseCidr(text)).toEqual({ family: 'IPv6', mapped: false, ...expected });
  });

  it.each([
    '',
    '/',
    '/8',
    '10.0.0.0',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/08',
    '10.0.0.0/+8',
    '10.0.0.0/-1',
    '10.0.0.0/8/9',
    '10.0.0.0/8 ',
    '10.0.0/8',
    '010.0.0.0/8',
    '10.0.0.0/255.0.0.0',
    '::/129',
    '::/1e1',
    'fe80::1%eth0/64',
    'any',
  ])('%j as none', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });
});

describe('an address is written', () => {
  it.each([
    ['2001:db8::1', '2001:0db8:0000:0000:0000:0000:0000:0001'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1::1', '2001:0:0:1:0:0:0:1'],
    ['2001:db8::1:0:0:1', '2001:db8:0:0:1:0:0:1'],
    ['2001:db8::aaaa:0:0:1', '2001:DB8::AAAA:0:0:1'],
    ['::', '0:0:0:0:0:0:0:0'],
    ['::1', '0:0:0:0:0:0:0:1'],
    ['1::', '1:0:0:0:0:0:0:0'],
    ['0:1:0:1:0:1:0:1', '0:1:0:1:0:1:0:1'],
  ])('as %s, the form of RFC 5952, where it was %s', (canonical, text) => {
    expect(formatV6(v6(text))).toBe(canonical);
  });

  it('so that reading it gives the address again', () => {
    const group = fc.constantFrom(0n, 0n, 0n, 1n, 0xffffn, 0x0db8n);
    const address = fc
      .tuple(group, group, group, group, group, group, group, group)
      .map((groups) => groups.reduce<bigint>((value, g) => (value << 16n) | g, 0n));
    fc.assert(
      fc.property(address, (value) => {
        expect(v6(formatV6(value))).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.nat({ max: 0xffff_ffff }), (value) => {
        expect(parseAddress(formatV4(value))).toEqual({ family: 'IPv4', value });
      }),
    );
  });
});

describe('blocks of random addresses', () => {
  it('hold their address, are as large as their prefix says, and begin at a multiple of their size', () => {
    const address = fc.oneof(
      fc.nat({ max: 0xffff_ffff }).map((value) => ({ text: formatV4(value), value: BigInt(value), width: 32 })),
      // Not IPv4-mapped: those are read as IPv4.
      fc.bigInt({ min: 1n << 64n, max: V6_MAX }).map((value) => ({ text: formatV6(value), value, width: 128 })),
    );
    fc.assert(
      fc.property(address, fc.nat({ max: 128 }), ({ text, value, width }, length) => {
        const prefix = length % (width + 1);
        const block = parseCidr(`${text}/${prefix}`);
        const size = 1n << BigInt(width - prefix);
        const first = BigInt(block?.first ?? -1);
        expect(BigInt(block?.last ?? -1) - first + 1n).toBe(size);
        expect(first % size).toBe(0n);
        expect(first <= value && value < first + size).toBe(true);
        expect(block?.hostBits).toBe(first !== value);
      }),
    );
  });
});
