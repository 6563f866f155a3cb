/** The naive evaluator against answers worked out by hand: a second opinion is worth only what it is itself proved to be. */
import { describe, expect, it } from 'vitest';
import { refusals } from './accepted.ts';
import { formatAddress, parseAddress, parseCidr } from './address.ts';
import { describeFlow } from './flow.ts';
import { naiveVerdict } from './naive.ts';
import { naiveService } from './naive-service.ts';
import { CLUSTER_POLICY_TRAPS, TRAPS } from './traps/index.ts';
import { SERVICES } from './traps/services.ts';
import { baselinePolicy, clusterPolicy, describeBackends, parseAsk, parseServiceAsk, pod } from './traps/trap.ts';

const ALL_TRAPS = [...TRAPS, ...CLUSTER_POLICY_TRAPS];

describe.each(ALL_TRAPS)('%s', (_subject, traps) => {
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

describe('services', () => {
  it.each(SERVICES)('$says', ({ given, options, asks }) => {
    const answers = asks.map((ask) => {
      const flow = parseServiceAsk(ask);
      return `${describeFlow(flow)} = ${describeBackends(naiveService(given, options ?? {}, flow))}`;
    });
    expect(answers).toEqual(asks);
  });
});

describe('objects that the API server refuses', () => {
  const subject = { namespaces: {} };
  const rule = { action: 'Deny', from: [{ namespaces: {} }] } as const;

  it('traps hold none', () => {
    const all = [...ALL_TRAPS, ['services', SERVICES] as const].flatMap(([, traps]) => traps);
    expect(all.flatMap(({ given }) => refusals(given))).toEqual([]);
  });

  it('91: a BaselineAdminNetworkPolicy that is not named default', () => {
    expect(refusals([baselinePolicy({ subject }, 'base')])).toEqual(['base: not named default']);
  });

  it('92: twenty-six rules in v1alpha2', () => {
    const rules = Array.from({ length: 26 }, () => rule);
    const spec = { tier: 'Admin', priority: 1, subject } as const;
    expect(refusals([clusterPolicy('long', { ...spec, ingress: rules })])).toEqual(['long: more than 25 rules']);
    expect(refusals([clusterPolicy('long', { ...spec, ingress: rules.slice(1) })])).toEqual([]);
  });
});

describe('questions nobody may ask', () => {
  const flow = parseAsk('a/x > 8.8.8.8 TCP/80 = allow').flow;

  it('which comes first, a BaselineAdminNetworkPolicy or a ClusterNetworkPolicy of the Baseline tier', () => {
    const subject = { namespaces: {} };
    const both = [baselinePolicy({ subject }), clusterPolicy('base', { tier: 'Baseline', priority: 1, subject })];
    expect(() => naiveVerdict([pod('a/x'), ...both], {}, flow)).toThrow('no document orders');
  });

  it('a Service that does not exist', () => {
    const service = parseServiceAsk('a/x > service:a/s TCP/80 = nobody');
    expect(() => naiveService([pod('a/x')], {}, service)).toThrow('a/s');
  });

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
