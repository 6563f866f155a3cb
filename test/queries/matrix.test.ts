import { describe, expect, it } from 'vitest';
import { formatConnections, isEmpty, portRange } from '../../src/algebra/connection-set.ts';
import { type MatrixQuery, pairs } from '../../src/queries/matrix.ts';
import { analysisOf } from '../support/bundle.ts';
import { pod, policy, together, workload } from '../support/objects.ts';

const ALL_PAIRS: MatrixQuery = {
  focus: [],
  focusPeer: [],
  direction: undefined,
  connection: undefined,
  self: false,
  external: false,
};

/** `from > to: allow (unknown)`, without `[Pod]`, sorted. */
function matrix(text: string, query: Partial<MatrixQuery> = {}): string[] {
  const lines = [...pairs(analysisOf(text).reach(), { ...ALL_PAIRS, ...query })].map(({ from, to, allow, unknown }) => {
    const doubt = isEmpty(unknown) ? '' : ` (${formatConnections(unknown)})`;
    return `${from.id} > ${to.id}: ${formatConnections(allow)}${doubt}`.replaceAll('[Pod]', '');
  });
  return lines.sort();
}

const PODS = [pod('a/x', { labels: { app: 'x' } }), pod('a/y', { labels: { app: 'y' } })];
const closed = (app: string) => policy(`a/${app}`, `{ podSelector: { matchLabels: { app: "${app}" } } }`);
const block = (cidrs: string) =>
  policy('a/block', `{ podSelector: { matchLabels: { app: x } }, ingress: [{ from: [${cidrs}] }] }`);
const cidr = (text: string) => `{ ipBlock: { cidr: "${text}" } }`;

describe('the matrix', () => {
  it('has every ordered pair with something allowed', () => {
    expect(matrix(together(...PODS))).toEqual(['a/x > a/y: all', 'a/y > a/x: all']);
    expect(matrix(together(...PODS, closed('x')))).toEqual(['a/x > a/y: all']);
    expect(matrix(together(...PODS, closed('x'), closed('y')))).toEqual([]);
  });

  it('has pairs of which something is unknown', () => {
    expect(matrix(together(...PODS, block(cidr('10.0.0.0/8'))))).toEqual([
      'a/x > a/y: all',
      'a/y > a/x: nothing (all)',
    ]);
  });

  it('has the pods of one workload among themselves where that is asked for', () => {
    const text = workload('Deployment', 'a/web');
    expect(matrix(text)).toEqual([]);
    expect(matrix(text, { self: true })).toEqual(['a/web[Deployment] > a/web[Deployment]: all']);
  });

  it('has variants of one workload among themselves there too', () => {
    const owner = { kind: 'ReplicaSet', name: 'w' };
    const text = together(
      pod('a/x', { owner, labels: { app: 'x' } }),
      pod('a/y', { owner, labels: { app: 'y' } }),
      closed('x'),
    );
    expect(matrix(text)).toEqual([]);
    expect(matrix(text, { self: true })).toEqual([
      'a/w[ReplicaSet]#1 > a/w[ReplicaSet]#2: all',
      'a/w[ReplicaSet]#2 > a/w[ReplicaSet]#2: all',
    ]);
  });
});

describe('outside addresses', () => {
  const of = (lines: string[], end: string) => lines.filter((l) => l.includes(end) && /\d/.test(l));

  it('are both families, where nothing tells them apart', () => {
    expect(matrix(pod('a/x'), { external: true })).toEqual([
      '0.0.0.0/0 > a/x: all',
      '::/0 > a/x: all',
      'a/x > 0.0.0.0/0: all',
      'a/x > ::/0: all',
    ]);
  });

  it('are left out where they are not asked for', () => {
    expect(matrix(pod('a/x'))).toEqual([]);
  });

  it('are cut where a policy about the pod tells them apart, and nowhere else', () => {
    const lines = matrix(together(...PODS, block(cidr('10.0.0.0/8'))), { external: true });
    expect(of(lines, '> a/x')).toEqual(['10.0.0.0/8 > a/x: all']);
    expect(of(lines, '> a/y')).toEqual(['0.0.0.0/0 > a/y: all', '::/0 > a/y: all']);
  });

  it('are merged again where blocks meet', () => {
    const two = block([cidr('0.0.0.0/1'), cidr('128.0.0.0/1'), cidr('fd00::/9'), cidr('fd80::/9')].join(', '));
    expect(of(matrix(together(...PODS, two), { external: true }), '> a/x')).toEqual([
      '0.0.0.0/0 > a/x: all',
      'fd00::/8 > a/x: all',
    ]);
  });

  it('around an except are two ranges', () => {
    const except = block('{ ipBlock: { cidr: 10.0.0.0/8, except: [10.1.0.0/16] } }');
    expect(of(matrix(together(...PODS, except), { external: true }), '> a/x')).toEqual([
      '10.0.0.0/16 > a/x: all',
      '10.2.0.0-10.255.255.255 > a/x: all',
    ]);
  });

  it('on other ports are another row', () => {
    const ports = policy(
      'a/block',
      `{ podSelector: { matchLabels: { app: x } }, ingress: [{ from: [${cidr('10.0.0.0/8')}] }, { ports: [{ port: 80 }] }] }`,
    );
    expect(of(matrix(together(...PODS, ports), { external: true }), '> a/x')).toEqual([
      '0.0.0.0-9.255.255.255 > a/x: TCP 80',
      '10.0.0.0/8 > a/x: all',
      '11.0.0.0-255.255.255.255 > a/x: TCP 80',
      '::/0 > a/x: TCP 80',
      'a/y > a/x: TCP 80 (TCP 1-79,81-65535; UDP 1-65535; SCTP 1-65535; other)',
    ]);
  });

  it('are cut for egress by egress rules', () => {
    const out = policy('a/out', `{ policyTypes: [Egress], egress: [{ to: [${cidr('10.0.0.0/8')}] }] }`);
    const lines = matrix(together(pod('a/x'), out), { external: true });
    expect(lines).toEqual(['0.0.0.0/0 > a/x: all', '::/0 > a/x: all', 'a/x > 10.0.0.0/8: all']);
  });
});

describe('a focus', () => {
  const three = together(...PODS, pod('b/z'));

  it('keeps the pairs with a named end', () => {
    expect(matrix(three, { focus: ['b/z'] })).toEqual([
      'a/x > b/z: all',
      'a/y > b/z: all',
      'b/z > a/x: all',
      'b/z > a/y: all',
    ]);
  });

  it('keeps one direction, seen from it', () => {
    expect(matrix(three, { focus: ['z'], direction: 'ingress' })).toEqual(['a/x > b/z: all', 'a/y > b/z: all']);
    expect(matrix(three, { focus: ['z'], direction: 'egress' })).toEqual(['b/z > a/x: all', 'b/z > a/y: all']);
  });

  it('keeps pairs whose other end is named, where one is', () => {
    expect(matrix(three, { focus: ['z'], focusPeer: ['x'] })).toEqual(['a/x > b/z: all', 'b/z > a/x: all']);
    expect(matrix(three, { focus: ['z'], focusPeer: ['x'], direction: 'egress' })).toEqual(['b/z > a/x: all']);
  });

  it('keeps the outside addresses of its pairs', () => {
    expect(matrix(three, { focus: ['z'], direction: 'egress', external: true })).toContain('b/z > 0.0.0.0/0: all');
  });

  it('of a name that is not there keeps nothing', () => {
    expect(matrix(three, { focus: ['nobody'] })).toEqual([]);
  });

  it('is what a direction and a peer count for: without it they cut nothing', () => {
    expect(matrix(three, { direction: 'ingress', focusPeer: ['x'] })).toHaveLength(6);
  });
});

describe('a connection', () => {
  const tcp80 = { connection: portRange('TCP', 80, 80) };

  it('cuts what is allowed and unknown to itself', () => {
    expect(matrix(together(...PODS, block(cidr('10.0.0.0/8'))), tcp80)).toEqual([
      'a/x > a/y: TCP 80',
      'a/y > a/x: nothing (TCP 80)',
    ]);
  });

  it('leaves out pairs that are not open on it', () => {
    const only81 = policy('a/p', '{ podSelector: { matchLabels: { app: x } }, ingress: [{ ports: [{ port: 81 }] }] }');
    expect(matrix(together(...PODS, only81), tcp80)).toEqual(['a/x > a/y: TCP 80']);
  });
});
