import { describe, expect, it } from 'vitest';
import { common, findings, requireWorkloads, workloads } from '../../src/operations/inventory.ts';
import { ProblemError } from '../../src/util/problem.ts';
import { analysisOf } from '../support/bundle.ts';
import { pod, policy, together, workload } from '../support/objects.ts';

describe('the workloads of a bundle', () => {
  it('have their labels sorted, the values that are not shown as null, and none of ours', () => {
    const [web] = workloads(
      analysisOf(workload('Deployment', 'a/web', { labels: { z: '1', a: '2' } }, { replicas: 3 })),
    );
    expect(web).toEqual({
      id: 'a/web[Deployment]',
      type: 'workload',
      namespace: 'a',
      name: 'web',
      kind: 'Deployment',
      labels: { a: '2', 'pod-template-hash': null, z: '1' },
      pods: 3,
      isolated: { ingress: false, egress: false },
    });
    expect(Object.keys(web?.labels ?? {})).toEqual(['a', 'pod-template-hash', 'z']);
  });

  it('say how many pods the bundle shows or asks for, where it does', () => {
    const owner = { kind: 'ReplicaSet', name: 'web' };
    const text = together(
      workload('DaemonSet', 'a/agent'),
      workload('StatefulSet', 'a/db', {}, { replicas: 40 }),
      pod('a/x', { owner }),
      pod('a/y', { owner }),
      workload('Deployment', 'a/zero', {}, { replicas: 0 }),
    );
    expect(workloads(analysisOf(text)).map((w) => [w.name, w.pods])).toEqual([
      ['agent', undefined],
      ['db', 40],
      ['web', 2],
      ['zero', 0],
    ]);
  });

  it('of variants say how many pods each stands for', () => {
    const text = together(
      workload('StatefulSet', 'a/db', {}, { replicas: 3 }),
      policy('a/p', '{ podSelector: { matchLabels: { statefulset.kubernetes.io/pod-name: db-1 } } }'),
    );
    expect(workloads(analysisOf(text)).map((w) => [w.id, w.pods, w.isolated?.ingress])).toEqual([
      ['a/db[StatefulSet]#1', 2, false],
      ['a/db[StatefulSet]#2', 1, true],
    ]);
  });

  it('say that they use the network of their node, only where they do', () => {
    const shown = workloads(analysisOf(together(pod('a/x', { spec: { hostNetwork: true } }), pod('a/y'))));
    expect(shown.map((w) => w.hostNetwork)).toEqual([true, undefined]);
  });
});

describe('a finding', () => {
  it('says where, in which object, and whether that is refused', () => {
    const analysis = analysisOf('apiVersion: v1\nkind: Pod\nmetadata: { name: x, labels: { a: on } }\n');
    expect(findings(analysis)).toEqual([
      {
        rule: 'YML003',
        severity: 'error',
        refused: true,
        message: expect.stringContaining('put it in quotes'),
        file: 'a.yaml',
        line: 3,
        column: 32,
        path: '/metadata/labels/a',
        resource: { apiVersion: 'v1', kind: 'Pod', namespace: 'default', name: 'x' },
      },
    ]);
  });

  it('about an item of a list has the path into the document', () => {
    const analysis = analysisOf('apiVersion: v1\nkind: List\nitems:\n- { apiVersion: v1, kind: Pod, metadata: {} }\n');
    expect(findings(analysis).map((f) => f.path)).toEqual(['/items/0/metadata']);
  });
});

describe('a bundle without a workload', () => {
  const problemOf = (text: string) => {
    try {
      requireWorkloads(analysisOf(text));
    } catch (error) {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    }
    return undefined;
  };

  it('has nothing to analyse, and says what it holds', () => {
    const text = together('{ apiVersion: v1, kind: ConfigMap, metadata: { name: c } }', policy('a/p', '{}'));
    expect(problemOf(text)).toMatchObject({
      code: 'nothing-to-analyse',
      detail: 'no workload (Pod, Deployment, …) is in the bundle; it holds 1 NetworkPolicy, 1 v1 ConfigMap',
      errors: [],
    });
  });

  it('says why, where its workloads are refused', () => {
    expect(problemOf('{ apiVersion: v1, kind: Pod, metadata: { name: Bad } }')?.errors).toMatchObject([
      { file: 'a.yaml', line: 1, message: expect.stringContaining('RFC 1123') },
    ]);
  });

  it('is none with one workload', () => {
    expect(problemOf(pod('a/x'))).toBeUndefined();
  });
});

describe('what every result begins with', () => {
  it('is the model, the verdict, whether it is complete, and the findings with further ones behind them', () => {
    const analysis = analysisOf(pod('a/x'));
    const more = { rule: 'NET041', severity: 'info', message: 'm' } as const;
    expect(common(analysis, [more])).toEqual({
      model: 'kubernetes',
      verdict: 'pass',
      complete: true,
      findings: [more],
    });
  });
});
