import { describe, expect, it } from 'vitest';
import { ObjectScope } from '../../src/kubernetes/field.ts';
import { WORKLOAD_KINDS, workloadKind } from '../../src/kubernetes/workload-kinds.ts';
import { briefly, documentOf } from '../support/bundle.ts';

function rootOf(text: string) {
  return new ObjectScope(documentOf(`apiVersion: v1\nkind: X\n${text}\n`)).root;
}

function rowOf(kind: string) {
  const row = WORKLOAD_KINDS.find((k) => k.kind === kind);
  if (!row) throw new Error(`no row of ${kind}`);
  return row;
}

describe('a kind is found', () => {
  it.each([
    ['', 'Pod'],
    ['', 'ReplicationController'],
    ['apps', 'Deployment'],
    ['apps', 'ReplicaSet'],
    ['apps', 'StatefulSet'],
    ['apps', 'DaemonSet'],
    ['batch', 'Job'],
    ['batch', 'CronJob'],
  ])('by group %j and kind %s', (group, kind) => {
    expect(workloadKind(group, kind)?.kind).toBe(kind);
  });

  it.each(['Deployment', 'ReplicaSet', 'DaemonSet'])('in the group extensions too, which once served %s', (kind) => {
    expect(workloadKind('extensions', kind)?.versions).toEqual(['apps/v1']);
  });

  it.each([
    ['apps', 'Pod'],
    ['', 'Deployment'],
    ['extensions', 'Job'],
    ['argoproj.io', 'Rollout'],
    ['apps', 'deployment'],
    ['', ''],
  ])('not as %j %s', (group, kind) => {
    expect(workloadKind(group, kind)).toBeUndefined();
  });
});

describe('the template', () => {
  it.each([
    ['Pod', ''],
    ['Deployment', '/spec/template'],
    ['ReplicaSet', '/spec/template'],
    ['ReplicationController', '/spec/template'],
    ['StatefulSet', '/spec/template'],
    ['DaemonSet', '/spec/template'],
    ['Job', '/spec/template'],
    ['CronJob', '/spec/jobTemplate/spec/template'],
  ])('of a %s is at %j', (kind, pointer) => {
    expect(rowOf(kind).template(rootOf('spec: {}')).pointer).toBe(pointer);
  });
});

describe('the number of pods', () => {
  it.each([
    ['Pod', '{ replicas: 7 }', 1],
    ['Deployment', '{ replicas: 7 }', 7],
    ['Deployment', '{ replicas: 0 }', 0],
    ['Deployment', '{}', 1],
    ['StatefulSet', '{ replicas: 3 }', 3],
    ['ReplicaSet', '{ replicas: 2 }', 2],
    ['ReplicationController', '{ replicas: 2 }', 2],
    ['DaemonSet', '{ replicas: 2 }', undefined],
    ['Job', '{ parallelism: 4, completions: 9 }', 4],
    ['Job', '{}', 1],
    ['CronJob', '{}', undefined],
  ])('of a %s with spec %s is %j', (kind, spec, replicas) => {
    expect(rowOf(kind).replicas(rootOf(`spec: ${spec}`))).toBe(replicas);
  });

  it.each([
    ['Deployment', '{ replicas: -1 }', 'SCH003 /spec/replicas !'],
    ['StatefulSet', '{ replicas: "3" }', 'SCH003 /spec/replicas !'],
    ['Job', '{ parallelism: -1 }', 'SCH003 /spec/parallelism !'],
  ])('of a %s with spec %s is refused', (kind, spec, fault) => {
    const root = rootOf(`spec: ${spec}`);
    rowOf(kind).replicas(root);
    expect(root.scope.findings.map(briefly)).toEqual([fault]);
  });
});

describe('labels the controller adds', () => {
  const added = (kind: string, text = 'spec: {}') => Object.fromEntries(rowOf(kind).addedLabels('x', rootOf(text)));

  it.each(['Pod', 'ReplicaSet', 'ReplicationController'])('are none of a %s', (kind) => {
    expect(added(kind)).toEqual({});
  });

  it('have values that the cluster makes and that are not shown', () => {
    expect(added('Deployment')).toEqual({ 'pod-template-hash': null });
    expect(added('StatefulSet')).toEqual({ 'controller-revision-hash': null });
    expect(added('DaemonSet')).toEqual({ 'controller-revision-hash': null, 'pod-template-generation': null });
  });

  it('name the Job, in both spellings, and its uid where that is shown', () => {
    const named = { 'batch.kubernetes.io/job-name': 'x', 'job-name': 'x' };
    expect(added('Job')).toEqual({ ...named, 'batch.kubernetes.io/controller-uid': null, 'controller-uid': null });
    expect(added('Job', 'metadata: { uid: abc }')).toEqual({
      ...named,
      'batch.kubernetes.io/controller-uid': 'abc',
      'controller-uid': 'abc',
    });
  });

  it('name no Job under a CronJob, whose Jobs get their names later', () => {
    expect(Object.values(added('CronJob'))).toEqual([null, null, null, null]);
  });
});
