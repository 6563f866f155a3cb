/** Traps 35 to 46: blocks of addresses. */

import { expect, test } from 'vitest';
import { pod, policy } from '../support/objects.ts';
import { expectAnswers, expectRefused, findingsOf, rowsTo, WEB, WORLD } from './trap.ts';

/** Lets blocks into the pods of `a`; each is `cidr` or `cidr except one, another`. */
const fromBlocks = (...blocks: readonly string[]) => policy('a/p', ingressFrom(...blocks));

function ingressFrom(...blocks: readonly string[]): string {
  const peers = blocks.map((block) => {
    const [cidr, except] = block.split(' except ');
    const holes = except === undefined ? '' : `, except: [${except.split(', ').map((e) => `"${e}"`)}]`;
    return `{ ipBlock: { cidr: "${cidr}"${holes} } }`;
  });
  return `ingress: [{ from: [${peers.join(', ')}] }]`;
}

const CIDR = '/spec/ingress/0/from/0/ipBlock/cidr';
const EXCEPT = '/spec/ingress/0/from/0/ipBlock/except/0';

test('trap 35: an except that is equal to the cidr or outside it is invalid', () => {
  for (const except of ['10.0.0.0/8', '192.168.0.0/16', '8.0.0.0/7', 'fd00::/16']) {
    expectRefused(fromBlocks(`10.0.0.0/8 except ${except}`), `NET011 ${EXCEPT}`, /inside/);
  }
});

test('trap 36: what one policy excepts another may allow', () => {
  const hole = fromBlocks('203.0.113.0/24 except 203.0.113.7/32');
  const filled = policy('a/more', ingressFrom('203.0.113.7/32'));
  expectAnswers([...WORLD, hole], ['203.0.113.7 > a/web = nothing', '203.0.113.8 > a/web = all']);
  expectAnswers([...WORLD, hole, filled], ['203.0.113.7 > a/web = all', '203.0.113.8 > a/web = all']);
});

test('trap 37: 0.0.0.0/0 does not cover IPv6, nor ::/0 IPv4', () => {
  const six = pod('b/six', { status: { podIP: 'fd00::9' } });
  expectAnswers(
    [WEB, six, fromBlocks('0.0.0.0/0')],
    ['8.8.8.8 > a/web = all', '2001:db8::1 > a/web = nothing', 'b/six > a/web = nothing'],
  );
  expectAnswers([...WORLD, fromBlocks('::/0')], ['8.8.8.8 > a/web = nothing', '2001:db8::1 > a/web = all']);
});

test('trap 38: a cidr with host bits means its network, with a warning', () => {
  const odd = fromBlocks('192.168.242.213/24');
  expectAnswers(
    [...WORLD, odd],
    ['192.168.242.0 > a/web = all', '192.168.242.255 > a/web = all', '192.168.243.0 > a/web = nothing'],
  );
  expect(findingsOf([...WORLD, odd])).toEqual([`warning NET011 ${CIDR}`]);
});

test('trap 39: the prefixes 32, 31 and 0 are blocks like others', () => {
  expectAnswers(
    [...WORLD, fromBlocks('203.0.113.7/32')],
    ['203.0.113.6 > a/web = nothing', '203.0.113.7 > a/web = all', '203.0.113.8 > a/web = nothing'],
  );
  expectAnswers(
    [...WORLD, fromBlocks('0.0.0.0/31')],
    ['0.0.0.0 > a/web = all', '0.0.0.1 > a/web = all', '0.0.0.2 > a/web = nothing'],
  );
  expectAnswers([...WORLD, fromBlocks('0.0.0.0/0')], ['0.0.0.0 > a/web = all', '255.255.255.255 > a/web = all']);
});

test('trap 40: 0.0.0.0/4 contains 10.x', () => {
  expectAnswers(
    [...WORLD, fromBlocks('0.0.0.0/4')],
    ['10.20.30.40 > a/web = all', 'b/client > a/web = all', '16.0.0.0 > a/web = nothing'],
  );
});

test('trap 41: every way to write an IPv6 block is read', () => {
  expectAnswers([...WORLD, fromBlocks('::/0')], [':: > a/web = all', 'ffff::ffff > a/web = all']);
  expectAnswers([...WORLD, fromBlocks('::1.2.3.4/128')], ['::102:304 > a/web = all', '1.2.3.4 > a/web = nothing']);
  expectAnswers(
    [...WORLD, fromBlocks('2001:DB8:0:0:0:0:0:0/32')],
    ['2001:db8::1 > a/web = all', '2001:0DB8:ffff::1 > a/web = all', '2001:db9::1 > a/web = nothing'],
  );
});

test('trap 42: an IPv4-mapped IPv6 block means the IPv4 block, with a warning', () => {
  const mapped = fromBlocks('::ffff:203.0.113.0/120');
  expectAnswers([...WORLD, mapped], ['203.0.113.7 > a/web = all', '203.0.114.7 > a/web = nothing']);
  expect(findingsOf([...WORLD, mapped])).toEqual([`warning NET011 ${CIDR}`]);
});

test('trap 43: a block matches pods by their address, is unknown without one, and an option leaves pods out', () => {
  const bundle = [...WORLD, pod('b/hidden'), fromBlocks('10.0.1.0/24')];
  expectAnswers(bundle, [
    'b/client > a/web = all',
    'a/friend > a/web = nothing',
    'b/hidden > a/web = nothing or perhaps all',
    '10.0.1.99 > a/web = all',
  ]);
  expectAnswers(bundle, ['b/client > a/web = nothing', 'b/hidden > a/web = nothing', '10.0.1.99 > a/web = all'], {
    ipBlockPods: 'ignore',
  });
});

test('trap 44: a block with a node address lets in the pods of that node’s network', () => {
  const web = pod('a/web', { spec: { nodeName: 'n1' }, status: { podIP: '10.0.0.1' } });
  const host = (name: string, nodeName: string, hostIP: string) =>
    pod(`b/${name}`, { spec: { hostNetwork: true, nodeName }, status: { podIP: hostIP, hostIP } });
  expectAnswers(
    [web, host('two', 'n2', '172.18.0.2'), host('three', 'n3', '172.18.0.3'), fromBlocks('172.18.0.2/32')],
    ['b/two > a/web = all', 'b/three > a/web = nothing'],
  );
});

test('trap 45: excepts may overlap', () => {
  expectAnswers(
    [...WORLD, fromBlocks('20.0.0.0/8 except 20.1.0.0/16, 20.1.2.0/24, 20.0.0.0/15')],
    [
      '20.0.0.1 > a/web = nothing',
      '20.1.2.3 > a/web = nothing',
      '20.1.9.9 > a/web = nothing',
      '20.2.0.0 > a/web = all',
    ],
  );
});

test('trap 46: a block splits the outside exactly, and the remainder has rows of its own', () => {
  const rows = (...documents: readonly string[]) =>
    rowsTo('a/web[Pod]', [WEB, ...documents], { ipBlockPods: 'ignore' });
  expect(rows(fromBlocks('20.0.0.0/8 except 20.1.0.0/16'))).toEqual([
    '20.0.0.0/16: all',
    '20.2.0.0-20.255.255.255: all',
  ]);
  expect(rows(fromBlocks('20.0.0.0/8'), policy('a/http', 'ingress: [{ ports: [{ port: 80 }] }]'))).toEqual([
    '0.0.0.0-19.255.255.255: TCP 80',
    '20.0.0.0/8: all',
    '21.0.0.0-255.255.255.255: TCP 80',
    '::/0: TCP 80',
  ]);
});
