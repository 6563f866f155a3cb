import { describe, expect, it } from 'vitest';
import { reachability } from '../../src/operations/reachability.ts';
import { analysisOf } from '../support/bundle.ts';
import { pod, policy, together } from '../support/objects.ts';
import { recordsIn } from '../support/records.ts';

function answerOf(text: string, options: Record<string, unknown> = {}) {
  return reachability.run(analysisOf(text), reachability.input.parse(options));
}
const tablesOf = (text: string, options: Record<string, unknown> = {}) => [...answerOf(text, options).tables()];
const inside = { external: false };
const BLOCK = policy('a/block', '{ ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }], ports: [{ port: 80 }] }] }');
const CLOSED = policy('a/p', '{ policyTypes: [Ingress, Egress] }');

describe('the headline', () => {
  it('is the verdict and the counts', () => {
    expect(answerOf(together(pod('a/x'), pod('a/y')), inside).headline()).toBe(
      'pass: 2 workloads, 0 policies, 2 connections',
    );
  });

  it('says what was lost on the way', () => {
    const text = together(pod('a/x'), '{ apiVersion: v1, kind: Pod, metadata: { name: Bad } }', 'a: [1');
    expect(answerOf(text, inside).headline()).toBe(
      'fail: 1 workloads, 0 policies, 0 connections; 1 objects refused; not everything could be read',
    );
  });
});

describe('the tables', () => {
  it('are the connections first; what is unknown has a column where something is', () => {
    const [open] = tablesOf(together(pod('a/x'), pod('a/y')), inside);
    expect(open?.columns).toEqual(['from', 'to', 'allow']);
    const [doubtful] = tablesOf(together(pod('a/x'), pod('b/y'), BLOCK), inside);
    expect(doubtful?.columns).toEqual(['from', 'to', 'allow', 'unknown']);
    expect([...(doubtful?.rows ?? [])]).toEqual([
      ['a/x[Pod]', 'b/y[Pod]', 'all', ''],
      ['b/y[Pod]', 'a/x[Pod]', '', 'TCP 80'],
    ]);
  });

  it('name the workloads no connection begins or ends at', () => {
    const tables = tablesOf(together(pod('a/x'), pod('b/y'), pod('b/z'), CLOSED), inside);
    expect(tables.map((t) => t.name).slice(0, 2)).toEqual(['connections', 'closed']);
    expect([...(tables[1]?.rows ?? [])]).toEqual([['a/x[Pod]']]);
  });

  it('do not name them where they show a page of the connections only', () => {
    const tables = tablesOf(together(pod('a/x'), pod('b/y'), pod('b/z'), CLOSED), { ...inside, limit: 1 });
    expect(tables.map((t) => t.name)).not.toContain('closed');
  });

  it('end with the findings, with file, line and column', () => {
    const text = together(pod('a/x'), '{ apiVersion: v1, kind: Pod, metadata: { name: Bad } }');
    const findings = tablesOf(text, inside).at(-1);
    expect(findings?.name).toBe('findings');
    expect([...(findings?.rows ?? [])].map((r) => r.slice(0, 3))).toEqual([['a.yaml:3:42', 'error', 'SCH008']]);
  });
});

describe('the records', () => {
  it('are the peers, the classes, the rows, the findings, and the summary last', () => {
    const text = together(pod('a/x'), pod('a/y'), '{ apiVersion: v1, kind: Pod, metadata: { name: Bad } }');
    const records = recordsIn(answerOf(text));
    expect([...new Set(records.map((r) => r.t))]).toEqual(['peer', 'class', 'row', 'finding', 'summary']);
    expect(records.at(-1)).toMatchObject({ t: 'summary', summary: { workloads: 2 } });
  });

  it('say what is the same for many workloads once', () => {
    const pods = Array.from({ length: 30 }, (_, i) => pod(`a/p${i}`));
    const records = recordsIn(answerOf(together(...pods)));
    expect(records.filter((r) => r.t === 'row')).toHaveLength(2);
    const sources = records.filter((r) => r.t === 'class' && r['side'] === 'source');
    expect(sources.map((r) => [r['id'], Array.isArray(r['peers']) && r['peers'].length])).toEqual([
      [0, 30],
      [1, 2],
    ]);
  });

  it('of a part of the matrix name its own ends only', () => {
    const records = [
      ...answerOf(together(pod('a/x'), pod('a/y'), pod('a/z')), {
        ...inside,
        focus: 'x',
        direction: 'egress',
      }).records(),
    ];
    expect(records.filter((r) => r.t === 'class')).toEqual([
      { t: 'class', side: 'source', id: 0, peers: ['a/x[Pod]'] },
      { t: 'class', side: 'destination', id: 0, peers: ['a/y[Pod]'] },
      { t: 'class', side: 'destination', id: 1, peers: ['a/z[Pod]'] },
    ]);
    expect(records.filter((r) => r.t === 'row')).toEqual([
      {
        t: 'row',
        from: 0,
        to: [
          { classes: '0', allow: 'all' },
          { classes: '1', allow: 'all' },
        ],
      },
    ]);
  });
});
