import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/operations/analyse.ts';
import { focusOptions } from '../../src/operations/options.ts';
import { reachability } from '../../src/operations/reachability.ts';
import { EXAMPLE_FILES } from '../../src/operations/reachability-example.ts';
import { reachabilityResult } from '../../src/operations/reachability-result.ts';
import { type ReachabilityResult, reachabilityResult as schema } from '../../src/operations/results.ts';
import { ProblemError } from '../../src/util/problem.ts';
import { analysisOf, bundleOf, type Files } from '../support/bundle.ts';
import { pod, policy, together, workload } from '../support/objects.ts';

function ask(files: Files, options: Record<string, unknown> = {}): ReachabilityResult {
  const input = focusOptions.parse(options);
  return reachabilityResult(analysisOf(files, { level: input.level }), input);
}

/** The findings about what is unknown. */
function doubts(findings: ReachabilityResult['findings']) {
  return findings.filter((f) => /^NET04[123]$/.test(f.rule)).map((f) => [f.rule, f.severity, f.line]);
}

const BLOCK = policy('a/block', '{ ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }] }');
const CALICO = '{ apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: { name: g } }';

describe('the matrix of a bundle', () => {
  it('has its peers, its connections sorted by both ends, and the counts', () => {
    const configMap = '{ apiVersion: v1, kind: ConfigMap, metadata: { name: c } }';
    const refused = '{ apiVersion: v1, kind: Pod, metadata: { name: Bad } }';
    const result = ask(together(pod('b/x'), pod('a/x'), policy('a/p', '{}'), configMap, refused), { external: false });
    expect(result.peers.map((p) => p.id)).toEqual(['a/x[Pod]', 'b/x[Pod]']);
    expect(result.connections).toEqual([{ from: 'a/x[Pod]', to: 'b/x[Pod]', allow: 'all' }]);
    expect(result.summary).toEqual({
      documents: 5,
      workloads: 2,
      policies: 1,
      connections: 1,
      refused: 1,
      otherKinds: { 'v1 ConfigMap': 1 },
    });
    expect(result).toMatchObject({ model: 'kubernetes', verdict: 'fail', complete: true });
  });

  it('has the outside addresses of its connections among the peers', () => {
    const { peers, connections } = ask(pod('a/x'));
    expect(peers.map((p) => [p.id, p.type])).toEqual([
      ['0.0.0.0/0', 'external'],
      ['::/0', 'external'],
      ['a/x[Pod]', 'workload'],
    ]);
    expect(connections).toHaveLength(4);
  });

  it('has what is unknown beside what is allowed, and a finding that says why', () => {
    const { connections, findings, verdict } = ask(together(pod('a/x'), pod('a/y'), BLOCK), { external: false });
    expect(connections[0]).toEqual({ from: 'a/x[Pod]', to: 'a/y[Pod]', allow: {}, unknown: 'all' });
    expect(doubts(findings)).toEqual([['NET041', 'info', 9]]);
    expect(verdict).toBe('pass');
  });

  it('has no such finding where nothing it shows is unknown', () => {
    const { findings } = ask(together(pod('a/x'), pod('b/y'), BLOCK), {
      external: false,
      focus: 'y',
      direction: 'ingress',
    });
    expect(doubts(findings)).toEqual([]);
  });

  it('keeps a workload that nothing reaches among its peers', () => {
    const closed = policy('a/p', '{ policyTypes: [Ingress, Egress] }');
    const { peers, connections } = ask(together(pod('a/x'), pod('a/y'), closed));
    expect(peers.map((p) => p.id)).toEqual(['a/x[Pod]', 'a/y[Pod]']);
    expect(connections).toEqual([]);
  });

  it('of a focus has only the peers of its connections', () => {
    const { peers } = ask(together(pod('a/x'), pod('a/y'), pod('b/z')), {
      focus: ['a/x'],
      focusPeer: 'b/z',
      external: false,
    });
    expect(peers.map((p) => p.id)).toEqual(['a/x[Pod]', 'b/z[Pod]']);
  });

  it('cut to a connection has that connection only', () => {
    const { connections } = ask(together(pod('a/x'), pod('a/y')), { connection: 'UDP/53', external: false });
    expect(connections.map((c) => c.allow)).toEqual([{ UDP: '53' }, { UDP: '53' }]);
  });

  it('is the same for files in another order', () => {
    const files = { 'b.yaml': pod('a/x'), 'a.yaml': together(pod('b/y'), BLOCK), 'c.yaml': workload('Job', 'a/j') };
    expect(ask(Object.fromEntries(Object.entries(files).toReversed()))).toEqual(ask(files));
  });
});

describe('a result', () => {
  it.each<[string, Files, Record<string, unknown>]>([
    ['of nothing but a pod', pod('a/x'), {}],
    [
      'with unknowns and findings',
      together(pod('a/x'), pod('a/y', { spec: { hostNetwork: true } }), BLOCK, CALICO),
      {},
    ],
    ['with hidden labels', together(workload('CronJob', 'a/c'), workload('StatefulSet', 'a/s')), { self: true }],
    ['that is not complete', { 'a.yaml': pod('a/x'), 'b.yaml': ': [' }, {}],
    ['of pods, one page', together(workload('StatefulSet', 'a/s', {}, { replicas: 3 })), { level: 'pod', limit: 1 }],
    ['with refused objects', together(pod('a/x'), 'apiVersion: v1\nkind: Pod\nmetadata: { name: X }\n'), {}],
  ])('%s has the shape the contract promises, and no field beside it', (_says, files, options) => {
    const result = ask(files, options);
    const parsed = schema.safeParse(result);
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(parsed.data).toEqual(result);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe('pages of a matrix', () => {
  const files = together(pod('a/x'), pod('a/y'), pod('a/z'));

  it('are together the whole', () => {
    const whole = ask(files).connections;
    const seen: typeof whole = [];
    let cursor: string | undefined;
    do {
      const page = ask(files, { limit: 4, ...(cursor === undefined ? {} : { cursor }) });
      expect(page.summary.connections).toBe(whole.length);
      seen.push(...page.connections);
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen).toEqual(whole);
  });

  it('of another bundle are refused', () => {
    const { next } = ask(files, { limit: 1 });
    expect(() => ask(pod('a/x'), { cursor: next })).toThrow(ProblemError);
  });
});

describe('the operation', () => {
  it('answers its own example', () => {
    const { files, ...options } = reachability.examples[0]?.body ?? { files: [] };
    expect(files).toBe(EXAMPLE_FILES);
    const analysis = analyse(bundleOf(Object.fromEntries(files.map((f) => [f.path, f.content]))), options);
    const result = schema.parse(reachability.run(analysis, reachability.input.parse(options)).json());
    expect(result.connections).toEqual([
      { from: 'shop/api[Deployment]', to: 'shop/db[Deployment]', allow: { TCP: '5432' } },
      { from: 'shop/db[Deployment]', to: 'shop/api[Deployment]', allow: 'all' },
    ]);
    expect(result.verdict).toBe('pass');
  });

  it('refuses a bundle without workloads', () => {
    expect(() => ask(policy('a/p', '{}'))).toThrow(ProblemError);
  });
});
