import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AddressSet,
  ALL_ADDRESSES,
  blockSet,
  formatRange,
  intersectAddresses,
  isNoAddress,
  subtractAddresses,
  unionAddresses,
} from '../../src/algebra/address-set.ts';
import { parseCidr } from '../../src/algebra/cidr.ts';
import { makeNodes, mayHoldEndpoint, type Node } from '../../src/engine/node.ts';
import { endpoint } from '../support/endpoints.ts';

function block(text: string): AddressSet {
  const cidr = parseCidr(text);
  if (!cidr) throw new Error(`${text} is no block`);
  return blockSet(cidr);
}

const BLOCKS = [
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.128.0.0/9',
  '10.1.2.3/32',
  '255.255.255.255/32',
  '::/0',
  '::/128',
  'fd00::/8',
];
const set = fc
  .tuple(fc.subarray(BLOCKS), fc.subarray(BLOCKS))
  .map(([a, b]) => subtractAddresses(unionAddresses(a.map(block)), unionAddresses(b.map(block))));

function setOf(node: Node): AddressSet {
  if (node.kind !== 'outside') throw new Error('not an outside address');
  const { range } = node;
  return range.family === 'IPv4'
    ? { v4: [{ first: range.first, last: range.last }], v6: [] }
    : { v4: [], v6: [{ first: range.first, last: range.last }] };
}

describe('the nodes of a matrix', () => {
  it('are the endpoints in their order, then every outside address of both families', () => {
    const [web, db] = [endpoint('a/web'), endpoint('a/db')];
    expect(makeNodes([web, db], [])).toEqual([
      { kind: 'endpoint', endpoint: web },
      { kind: 'endpoint', endpoint: db },
      { kind: 'outside', range: { family: 'IPv4', ...ALL_ADDRESSES.v4[0] } },
      { kind: 'outside', range: { family: 'IPv6', ...ALL_ADDRESSES.v6[0] } },
    ]);
  });

  it('cut outside addresses at the borders of blocks, and nowhere else', () => {
    const texts = makeNodes([], [block('10.0.0.0/8'), block('10.128.0.0/9')]).map((n) =>
      n.kind === 'outside' ? formatRange(n.range) : '',
    );
    expect(texts).toEqual(['0.0.0.0-9.255.255.255', '10.0.0.0/9', '10.128.0.0/9', '11.0.0.0-255.255.255.255', '::/0']);
  });

  it('cover every outside address once, and no set divides one of them', () => {
    fc.assert(
      fc.property(fc.array(set, { maxLength: 4 }), (sets) => {
        const atoms = makeNodes([], sets).map(setOf);
        expect(unionAddresses(atoms)).toEqual(ALL_ADDRESSES);
        atoms.forEach((atom, i) => {
          for (const other of atoms.slice(i + 1)) expect(isNoAddress(intersectAddresses(atom, other))).toBe(true);
          for (const s of sets) {
            const inside = intersectAddresses(atom, s);
            if (!isNoAddress(inside)) expect(inside).toEqual(atom);
          }
        });
      }),
    );
  });
});

describe('a block of addresses', () => {
  it.each([
    '0.0.0.0/0',
    '10.0.0.0/8',
    '192.0.2.0/24',
    '8.8.8.8/32',
    '126.0.0.0/7',
    '::/0',
    'fd00::/8',
    '2001:db8::1/128',
  ])('%s may hold an endpoint whose address is not shown', (text) => expect(mayHoldEndpoint(block(text))).toBe(true));

  it.each([
    '0.0.0.0/8',
    '127.0.0.0/8',
    '127.0.0.1/32',
    '169.254.0.0/16',
    '224.0.0.0/4',
    '255.255.255.255/32',
    '::1/128',
    'fe80::/10',
    'ff00::/8',
  ])('%s never does', (text) => expect(mayHoldEndpoint(block(text))).toBe(false));
});
