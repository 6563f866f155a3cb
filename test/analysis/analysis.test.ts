import { describe, expect, it } from 'vitest';
import { analysisOf, endpointIds } from '../support/bundle.ts';
import { pod, policy, together, workload } from '../support/objects.ts';

const WARNING = '{ apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: { name: g } }';
const REFUSED = '{ apiVersion: v1, kind: Pod, metadata: { name: Bad } }';

describe('an analysis', () => {
  it('does each step once', () => {
    const analysis = analysisOf(pod('a/x'));
    expect(analysis.reach()).toBe(analysis.reach());
    expect(analysis.findings()).toBe(analysis.findings());
    expect(analysis.parsed()).toBe(analysis.parsed());
  });

  it('is of the default namespace it is told', () => {
    const text = '{ apiVersion: v1, kind: Pod, metadata: { name: x } }';
    expect(endpointIds(analysisOf(text).reach())).toEqual(['default/x[Pod]']);
    expect(endpointIds(analysisOf(text, { namespace: 'home' }).reach())).toEqual(['home/x[Pod]']);
  });

  it('is of workloads, or of the pods that have names', () => {
    const text = together(workload('StatefulSet', 'a/db', {}, { replicas: 2 }), workload('Deployment', 'a/web'));
    expect(endpointIds(analysisOf(text).reach())).toEqual(['a/db[StatefulSet]', 'a/web[Deployment]']);
    expect(endpointIds(analysisOf(text, { level: 'pod' }).reach())).toEqual([
      'a/db-0[Pod]',
      'a/db-1[Pod]',
      'a/web[Deployment]',
    ]);
  });
});

describe('the verdict', () => {
  it.each([
    ['passes without findings', pod('a/x'), 'pass'],
    ['warns by a warning', together(pod('a/x'), WARNING), 'warn'],
    ['fails by an error, whatever warns beside it', together(pod('a/x'), WARNING, REFUSED), 'fail'],
  ])('%s', (_says, text, verdict) => {
    expect(analysisOf(text).verdict).toBe(verdict);
  });
});

describe('an answer', () => {
  it('is complete where every document could be read, refused ones included', () => {
    expect(analysisOf(together(pod('a/x'), REFUSED)).complete).toBe(true);
  });

  it('is not complete where one could not', () => {
    const analysis = analysisOf({ 'a.yaml': pod('a/x'), 'b.yaml': 'a: [1\n' });
    expect(analysis.complete).toBe(false);
    expect(endpointIds(analysis.reach())).toEqual(['a/x[Pod]']);
  });
});

describe('what took no part', () => {
  it('is counted: refused objects of the cluster and of its policies', () => {
    expect(analysisOf(together(pod('a/x'), REFUSED, policy('a/p', '{ policyTypes: [x] }'))).refused).toBe(2);
  });

  it('is counted by kind, in alphabetical order', () => {
    const other = (kind: string, name: string) => `{ apiVersion: v1, kind: ${kind}, metadata: { name: ${name} } }`;
    const text = together(other('Secret', 'a'), other('ConfigMap', 'b'), pod('a/x'), other('Secret', 'c'));
    expect([...analysisOf(text).otherKinds()]).toEqual([
      ['v1 ConfigMap', 1],
      ['v1 Secret', 2],
    ]);
  });
});

describe('findings', () => {
  it('have their line and column, and are sorted by file and position', () => {
    const analysis = analysisOf({
      'b.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\n  labels:\n    a: on\n    b: 1.10\n',
      'a.yaml': `${pod('a/y')}\n---\n${REFUSED}\n`,
    });
    expect(analysis.findings().map(({ finding, at }) => [finding.rule, at?.file, at?.line, at?.column])).toEqual([
      ['SCH008', 'a.yaml', 3, 42],
      ['YML003', 'b.yaml', 6, 5],
      ['YML005', 'b.yaml', 7, 5],
    ]);
  });

  it('are the same for files sent in another order', () => {
    const files = { 'b.yaml': REFUSED, 'a.yaml': together(pod('a/x'), WARNING), 'c.yaml': policy('a/p', '{ x: 1 }') };
    const shown = (f: Readonly<Record<string, string>>) =>
      analysisOf(f)
        .findings()
        .map(({ finding, at }) => ({ message: finding.message, at }));
    expect(shown(Object.fromEntries(Object.entries(files).toReversed()))).toEqual(shown(files));
  });

  it('about an object of a List point into the list', () => {
    const text = `apiVersion: v1\nkind: List\nitems:\n  - ${pod('a/x')}\n  - ${REFUSED}\n`;
    const [first, ...more] = analysisOf(text).findings();
    expect(more).toEqual([]);
    expect(first?.at).toMatchObject({ file: 'a.yaml', line: 5 });
  });
});
