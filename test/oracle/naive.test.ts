/** The naive evaluator against answers worked out by hand: a second opinion is worth only what it is itself proved to be. */
import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress, parseCidr } from './address.ts';
import { describeFlow } from './flow.ts';
import { naiveVerdict } from './naive.ts';
import { TRAPS } from './traps/index.ts';
import { parseAsk, pod } from './traps/trap.ts';

describe.each(TRAPS)('%s', (_subject, traps) => {
  it.each(traps)('$says', ({ given, options, asks }) => {
    const answers = asks.map((ask) => {
      const { flow } = parseAsk(ask);
      return `${describeFlow(flow)} = ${naiveVerdict(given, options ?? {}, flow)}`;
    });
    expect(answers).toEqual(asks);
  });

  it.each(traps)('in any order of the manifests: $says', ({ given, options, asks }) => {
    const answers = asks.map((ask) => naiveVerdict([...given].reverse(), options ?? {}, parseAsk(ask).flow));
    expect(answers).toEqual(asks.map((ask) => parseAsk(ask).verdict));
  });
});

describe('questions nobody may ask', () => {
  const flow = parseAsk('a/x > 8.8.8.8 TCP/80 = allow').flow;

  it('a pod that does not exist is no end', () => {
    expect(() => naiveVerdict([pod('b/x')], {}, flow)).toThrow('a/x');
  });

  it('a finished pod is no end', () => {
    expect(() => naiveVerdict([pod('a/x', { status: { phase: 'Succeeded' } })], {}, flow)).toThrow('a/x');
  });
});

describe('addresses', () => {
  it.each([
    ['10.0.0.255', '10.0.0.255'],
    ['::', '::'],
    ['::1.2.3.4', '::102:304'],
    ['2001:DB8:0:0:1:0:0:0', '2001:db8:0:0:1::'],
    ['10:0:0:1:0:0:0:0', '10:0:0:1::'],
    ['FE80::1', 'fe80::1'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
  ])('%s is read as %s', (text, canonical) => {
    expect(formatAddress(parseAddress(text))).toBe(canonical);
  });

  it.each([
    ['192.168.242.213/24', '192.168.242.0', '192.168.242.255'],
    ['0.0.0.0/0', '0.0.0.0', '255.255.255.255'],
    ['FD00::9/125', 'fd00::8', 'fd00::f'],
    ['::/0', '::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['::ffff:10.0.0.0/104', '10.0.0.0', '10.255.255.255'],
  ])('%s goes from %s to %s', (text, first, last) => {
    const block = parseCidr(text);
    expect(formatAddress({ family: block.family, value: block.first })).toBe(first);
    expect(formatAddress({ family: block.family, value: block.last })).toBe(last);
  });

  it.each(['', '1.2.3', '1.2.3.256', ':::', '1::2::3', '1:2:3', '1.2.3.4:5'])('refuses %j', (text) => {
    expect(() => parseAddress(text)).toThrow();
  });
});
