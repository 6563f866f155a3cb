import { describe, expect, test, vi } from 'vitest';
import { portRange } from '../../src/algebra/connection-set.ts';
import type { Reach } from '../../src/engine/reach.ts';
import type { BySide } from '../../src/ingest/index.ts';
import { Diff } from '../../src/queries/diff.ts';
import type { MatrixQuery } from '../../src/queries/matrix.ts';
import { ProblemError } from '../../src/util/problem.ts';
import type { Files } from '../support/bundle.ts';
import { changesOf, EVERYTHING, linesOf, pairOf } from '../support/diff.ts';
import { underLimit } from '../support/limits.ts';
import { namespace, pod, policy, together } from '../support/objects.ts';

const INSIDE = { external: false };

function diff(before: Files, after: Files, query: Partial<MatrixQuery> = INSIDE): string[] {
  return linesOf(changesOf(pairOf(before, after), query));
}

const PODS = together(pod('a/x', { labels: { app: 'x' } }), pod('a/y', { labels: { app: 'db' } }));
const from = (rules: string) => policy('a/p', `{ podSelector: { matchLabels: { app: db } }, ingress: ${rules} }`);
const with80 = together(PODS, from('[{ ports: [{ port: 80 }] }]'));

describe('a pair of workloads', () => {
  test('that may exchange the same is no change, however it is written', () => {
    const split = together(
      PODS,
      policy('a/first', '{ podSelector: { matchLabels: { app: db } }, ingress: [{ ports: [{ port: 80 }] }] }'),
      policy('a/second', '{ podSelector: { matchExpressions: [{ key: app, operator: In, values: [db] }] } }'),
    );
    expect(diff(with80, with80, {})).toEqual([]);
    expect(diff(with80, split, {})).toEqual([]);
    expect(diff(split, with80, {})).toEqual([]);
  });

  test('has what was allowed and what is', () => {
    const with81 = together(PODS, from('[{ ports: [{ port: 80, endPort: 81 }] }]'));
    expect(diff(PODS, with80)).toEqual(['a/x > a/y: all -> TCP 80']);
    expect(diff(with80, with81)).toEqual(['a/x > a/y: TCP 80 -> TCP 80-81']);
    expect(diff(with81, together(PODS, from('[]')))).toEqual(['a/x > a/y: TCP 80-81 -> nothing']);
  });

  test('has what is unknown, on either side', () => {
    const block = together(PODS, from('[{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }]'));
    expect(diff(PODS, block)).toEqual(['a/x > a/y: all -> ?all']);
    expect(diff(together(PODS, from('[]')), block)).toEqual(['a/x > a/y: nothing -> ?all']);
  });

  test('of which an end is on one side only has nothing on the other', () => {
    const one = pod('a/x', { labels: { app: 'x' } });
    expect(diff(one, with80)).toEqual(['a/x > a/y: nothing -> TCP 80', 'a/y > a/x: nothing -> all']);
    expect(diff(with80, {})).toEqual(['a/x > a/y: TCP 80 -> nothing', 'a/y > a/x: all -> nothing']);
  });

  test('is no change where neither side lets them meet', () => {
    const closed = policy('a/p', '{ policyTypes: [Ingress, Egress] }');
    expect(diff(together(pod('a/x'), closed), together(pod('a/x'), pod('a/y'), closed), {})).toEqual([]);
  });

  test('of one workload counts with `self` only', () => {
    expect(diff({}, pod('a/x'))).toEqual([]);
    expect(diff({}, pod('a/x'), { ...INSIDE, self: true })).toEqual(['a/x > a/x: nothing -> all']);
  });
});

describe('variants of a workload', () => {
  const owner = { kind: 'ReplicaSet', name: 'r' };
  const variant = (name: string, labels: Record<string, string>) => pod(`a/${name}`, { labels, owner });
  const two = together(pod('a/x'), variant('r1', { v: '1' }), variant('r2', { v: '2' }));
  const only = (v: string, rules: string) =>
    policy('a/p', `{ podSelector: { matchLabels: { v: "${v}" } }, ingress: ${rules} }`);

  test('are compared as one: what some of them may is unknown', () => {
    expect(diff(two, together(two, only('1', '[{ ports: [{ port: 80 }] }]')))).toEqual([
      'a/x > a/r[ReplicaSet]: all -> TCP 80 ?TCP 1-79,81-65535; UDP 1-65535; SCTP 1-65535; other',
    ]);
  });

  test('that trade places are no change', () => {
    expect(diff(together(two, only('1', '[]')), together(two, only('2', '[]')))).toEqual([]);
  });

  test('are told apart on one side without that being a change', () => {
    const tells = together(two, only('1', '[{}]'));
    expect(diff(two, tells, {})).toEqual([]);
  });
});

describe('outside addresses', () => {
  const block = (cidr: string, except = '[]') =>
    together(
      pod('a/y', { labels: { app: 'db' } }),
      from(`[{ from: [{ ipBlock: { cidr: ${cidr}, except: ${except} } }], ports: [{ port: 80 }] }]`),
    );

  test('are cut where either side cuts them, and merged where they changed alike', () => {
    expect(diff(block('10.0.0.0/8'), block('10.0.0.0/7'), {})).toEqual(['11.0.0.0/8 > a/y: nothing -> TCP 80']);
    expect(diff(block('10.0.0.0/8'), block('0.0.0.0/0', '[10.128.0.0/9]'), {})).toEqual([
      '0.0.0.0-9.255.255.255 > a/y: nothing -> TCP 80',
      '10.128.0.0/9 > a/y: TCP 80 -> nothing',
      '11.0.0.0-255.255.255.255 > a/y: nothing -> TCP 80',
    ]);
  });

  test('of both families change apart', () => {
    const open = together(pod('a/y', { labels: { app: 'db' } }), from('[{ ports: [{ port: 80 }] }]'));
    expect(diff(block('0.0.0.0/0'), open, {})).toEqual(['::/0 > a/y: nothing -> TCP 80']);
  });

  test('are destinations, too', () => {
    const out = (cidr: string) =>
      together(
        pod('a/y'),
        policy('a/p', `{ policyTypes: [Egress], egress: [{ to: [{ ipBlock: { cidr: ${cidr} } }] }] }`),
      );
    expect(diff(out('1.0.0.0/8'), out('1.0.0.0/9'), {})).toEqual(['a/y > 1.128.0.0/9: all -> nothing']);
  });

  test('are left out where nobody asks for them', () => {
    expect(diff(block('10.0.0.0/8'), block('10.0.0.0/7'))).toEqual([]);
  });
});

describe('what comes in through an Ingress', () => {
  const web = together(
    pod('a/web', { labels: { app: 'web' }, ports: [{ containerPort: 80 }] }),
    '{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: a }, spec: { selector: { app: web }, ports: [{ port: 80 }] } }',
  );
  const ingress =
    '{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: in, namespace: a }, spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } } }';

  test('is a change of its own', () => {
    expect(diff(web, together(web, ingress))).toEqual(['@ingress-controller > a/web: nothing -> TCP 80']);
    expect(diff(together(web, ingress), web, {})).toEqual(['@ingress-controller > a/web: TCP 80 -> nothing']);
  });

  test('by the name of a port is so for the pods that have the name', () => {
    const labels = { app: 'web' };
    const named = together(
      pod('a/first', { labels }),
      pod('a/web', { labels, ports: [{ name: 'http', containerPort: 8080 }] }),
      '{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: a }, spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] } }',
    );
    expect(diff(named, together(named, ingress))).toEqual(['@ingress-controller > a/web: nothing -> TCP 8080']);
  });
});

describe('a question', () => {
  const before = together(PODS, pod('b/z'), namespace('b'));
  const after = together(before, policy('a/p', '{}'), policy('b/p', '{ policyTypes: [Egress] }'));

  test('about a focus has only its pairs, in the direction asked for', () => {
    expect(diff(before, after)).toHaveLength(4);
    expect(diff(before, after, { ...INSIDE, focus: ['z'] })).toHaveLength(2);
    expect(diff(before, after, { ...INSIDE, focus: ['z'], direction: 'ingress' })).toEqual([]);
    expect(diff(before, after, { ...INSIDE, focus: ['a/x'], focusPeer: ['a/y[Pod]'], direction: 'egress' })).toEqual([
      'a/x > a/y: all -> nothing',
    ]);
  });

  test('about a focus means a workload that is on one side only', () => {
    expect(diff(PODS, before, { ...INSIDE, focus: ['b/z'], direction: 'egress' })).toEqual([
      'b/z > a/x: nothing -> all',
      'b/z > a/y: nothing -> all',
    ]);
  });

  test('about one port is about that port', () => {
    const connection = portRange('TCP', 443, 443);
    expect(diff(PODS, with80, { ...INSIDE, connection })).toEqual(['a/x > a/y: TCP 443 -> nothing']);
    expect(diff(PODS, with80, { ...INSIDE, connection: portRange('TCP', 80, 80) })).toEqual([]);
  });
});

describe('the work of a comparison', () => {
  /** Pods in a square; policies tell apart either its columns or its rows. */
  const square = (key: 'column' | 'row') => {
    const pods = Array.from({ length: 16 }, (_, i) =>
      pod(`a/p${i}`, { labels: { column: `${i % 4}`, row: `${Math.floor(i / 4)}` } }),
    );
    const policies = ['0', '1', '2', '3'].map((value) => {
      const rules = `[{ ports: [{ port: 8${value} }] }]`;
      const spec = `policyTypes: [Ingress, Egress], ingress: ${rules}, egress: ${rules}`;
      return policy(`a/${key}-${value}`, `{ podSelector: { matchLabels: { ${key}: "${value}" } }, ${spec} }`);
    });
    return together(...pods, ...policies);
  };
  const reachesOf = ({ before, after } = pairOf(square('column'), square('row'))) => ({
    before: before.reach(),
    after: after.reach(),
  });
  const all = (reaches: BySide<Reach>) => [...new Diff(reaches).changes(EVERYTHING)];

  test('is every row of the one side once, those of the other beside it, and no single cell', () => {
    const reaches = reachesOf();
    const asked = { rows: vi.spyOn(reaches.before, 'row'), others: vi.spyOn(reaches.after, 'row') };
    const cells = [reaches.before, reaches.after].flatMap((reach) => [
      vi.spyOn(reach, 'cell'),
      vi.spyOn(reach, 'between'),
    ]);
    expect(all(reaches).length).toBeGreaterThan(0);
    const { before, after } = reaches;
    expect(asked.rows).toHaveBeenCalledTimes(before.sources.members.length);
    expect(asked.others.mock.calls.length).toBeLessThanOrEqual(
      before.sources.members.length * after.sources.members.length,
    );
    for (const cell of cells) expect(cell).not.toHaveBeenCalled();
  });

  test('is none where the two sides are one', () => {
    const { before } = reachesOf();
    const rows = vi.spyOn(before, 'row');
    expect(all({ before, after: before })).toEqual([]);
    expect(rows).not.toHaveBeenCalled();
  });

  test('is none for sources that nobody asks about', () => {
    const reaches = reachesOf();
    const rows = [vi.spyOn(reaches.before, 'row'), vi.spyOn(reaches.after, 'row')];
    const query = { ...EVERYTHING, focus: ['a/p5'], direction: 'egress' as const };
    expect([...new Diff(reaches).changes(query)].length).toBeGreaterThan(0);
    for (const asked of rows) expect(asked).toHaveBeenCalledTimes(1);
  });

  test('has a limit where the two sides group their workloads too differently', () => {
    const reaches = reachesOf();
    expect(underLimit('ruleWork', 1_000, () => all(reaches)).length).toBeGreaterThan(0);
    expect(() => underLimit('ruleWork', 10, () => all(reaches))).toThrow(ProblemError);
  });

  test('has a limit where very much changed for outside addresses', () => {
    const rules = [1, 2, 3, 4, 5].map(
      (i) => `{ from: [{ ipBlock: { cidr: 10.${2 * i}.0.0/16 } }], ports: [{ port: ${i} }] }`,
    );
    const guarded = (ingress: string) => together(pod('a/y', { labels: { app: 'db' } }), from(ingress));
    const reaches = reachesOf(pairOf(guarded('[]'), guarded(`[${rules.join(', ')}]`)));
    expect(underLimit('connections', 2, () => all(reaches))).toHaveLength(5);
    expect(() => underLimit('connections', 1, () => all(reaches))).toThrow(ProblemError);
  });
});
