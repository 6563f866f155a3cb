import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AddressSet,
  ALL_ADDRESSES,
  addressRanges,
  blockSet,
  formatRange,
  hasAddress,
  intersectAddresses,
  isNoAddress,
  rangesSet,
  subtractAddresses,
  unionAddresses,
} from '../../src/algebra/address-set.ts';
import { parseAddress, parseCidr } from '../../src/algebra/cidr.ts';

function block(text: string): AddressSet {
  const cidr = parseCidr(text);
  if (!cidr) throw new Error(`${text} is no block`);
  return blockSet(cidr);
}

/** Blocks of both families that nest, touch and stand apart. */
const BLOCKS = [
  '0.0.0.0/0',
  '0.0.0.0/1',
  '128.0.0.0/1',
  '10.0.0.0/8',
  '10.0.0.0/9',
  '10.1.2.3/32',
  '255.255.255.255/32',
  '::/0',
  '::/128',
  '2001:db8::/32',
  '2001:db8:8000::/33',
  'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128',
].map(block);

const set = fc.array(fc.constantFrom(...BLOCKS), { maxLength: 4 }).map(unionAddresses);
const complement = (a: AddressSet) => subtractAddresses(ALL_ADDRESSES, a);
const union = (a: AddressSet, b: AddressSet) => unionAddresses([a, b]);

describe('address sets are a Boolean algebra in each family', () => {
  it('union and intersection are commutative, associative and distribute', () => {
    fc.assert(
      fc.property(set, set, set, (a, b, c) => {
        expect(union(a, b)).toEqual(union(b, a));
        expect(intersectAddresses(a, b)).toEqual(intersectAddresses(b, a));
        expect(union(a, union(b, c))).toEqual(union(union(a, b), c));
        expect(intersectAddresses(a, union(b, c))).toEqual(union(intersectAddresses(a, b), intersectAddresses(a, c)));
      }),
    );
  });

  it('a set and its complement are everything, and share nothing', () => {
    fc.assert(
      fc.property(set, (a) => {
        expect(union(a, complement(a))).toEqual(ALL_ADDRESSES);
        expect(isNoAddress(intersectAddresses(a, complement(a)))).toBe(true);
        expect(complement(complement(a))).toEqual(a);
      }),
    );
  });

  it('De Morgan holds, and a minus b is a without what b has', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(complement(union(a, b))).toEqual(intersectAddresses(complement(a), complement(b)));
        expect(subtractAddresses(a, b)).toEqual(intersectAddresses(a, complement(b)));
      }),
    );
  });

  it('every set is made again by its ranges, IPv4 before IPv6', () => {
    fc.assert(
      fc.property(set, (a) => {
        const ranges = addressRanges(a);
        expect(rangesSet(ranges.toReversed())).toEqual(a);
        expect(ranges.map((r) => r.family)).toEqual(ranges.map((r) => r.family).sort());
      }),
    );
  });
});

describe('membership', () => {
  it.each([
    ['10.0.0.0/8', '10.255.255.255', true],
    ['10.0.0.0/8', '11.0.0.0', false],
    ['0.0.0.0/4', '10.1.2.3', true],
    ['0.0.0.0/31', '0.0.0.1', true],
    ['0.0.0.0/31', '0.0.0.2', false],
    ['0.0.0.0/0', '255.255.255.255', true],
    ['0.0.0.0/0', '::', false],
    ['::/0', '10.0.0.1', false],
    ['::/0', 'ffff::1', true],
    ['2001:DB8::/32', '2001:db8:ffff::', true],
    ['::1.2.3.4/128', '::102:304', true],
  ])('whether %s holds %s is %s', (text, address, expected) => {
    const parsed = parseAddress(address);
    expect(parsed && hasAddress(block(text), parsed)).toBe(expected);
  });

  it('the set of no addresses holds neither family', () => {
    expect(isNoAddress({ v4: [], v6: [] })).toBe(true);
    expect(isNoAddress(block('::/128'))).toBe(false);
  });
});

describe('a range is written', () => {
  const written = (text: AddressSet) => addressRanges(text).map(formatRange);

  it.each(['0.0.0.0/0', '10.0.0.0/8', '10.1.2.3/32', '::/0', '2001:db8::/32', '::1/128', '0.0.0.0/31'])(
    'as the block %s where it is exactly one',
    (text) => expect(written(block(text))).toEqual([text]),
  );

  it('as first-last where no one block is it', () => {
    expect(written(subtractAddresses(block('10.0.0.0/8'), block('10.1.0.0/16')))).toEqual([
      '10.0.0.0/16',
      '10.2.0.0-10.255.255.255',
    ]);
    expect(written(subtractAddresses(ALL_ADDRESSES, block('::/128')))).toEqual([
      '0.0.0.0/0',
      '::1-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    ]);
  });

  it('as first-last where it has the size of a block and begins where none does', () => {
    const shifted = { v4: [{ first: 1, last: 2 }], v6: [] };
    expect(written(shifted)).toEqual(['0.0.0.1-0.0.0.2']);
  });

  it('as one block where two halves meet', () => {
    expect(written(union(block('0.0.0.0/1'), block('128.0.0.0/1')))).toEqual(['0.0.0.0/0']);
  });
});
