import { describe, expect, it } from 'vitest';
import { type Cluster, readCluster } from '../../src/kubernetes/cluster.ts';
import { briefly, documentsOf, type Files } from '../support/bundle.ts';
import { namespace, pod, together, workload } from '../support/objects.ts';

function clusterOf(files: Files): Cluster {
  return readCluster(documentsOf(files), 'default');
}

const ids = (cluster: Cluster) => cluster.workloads.map((w) => w.id);

describe('workloads', () => {
  it('are of every kind that runs pods, sorted by id whatever file they are in', () => {
    const files = {
      'z.yaml': together(workload('Deployment', 'a/x'), workload('Job', 'a/x')),
      'a.yaml': together(workload('StatefulSet', 'b/x'), pod('a/y'), workload('CronJob', 'a/x')),
      'm.yaml': together(workload('ReplicationController', 'a/x'), workload('ReplicaSet', 'a/x')),
      'n.yaml': workload('DaemonSet', 'a/x'),
    };
    const kinds = ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'ReplicaSet', 'ReplicationController'];
    expect(ids(clusterOf(files))).toEqual([...kinds.map((k) => `a/x[${k}]`), 'a/y[Pod]', 'b/x[StatefulSet]']);
  });

  it('scaled to nothing are still there', () => {
    expect(clusterOf(workload('Deployment', 'a/x', {}, { replicas: 0 })).workloads).toMatchObject([{ replicas: 0 }]);
  });

  it('are none in a bundle of other things, which are handed on', () => {
    const cluster = clusterOf('{ apiVersion: v1, kind: ConfigMap, metadata: { name: web } }');
    expect(ids(cluster)).toEqual([]);
    expect(cluster.unclaimed).toHaveLength(1);
    expect(cluster.refused).toBe(0);
  });
});

describe('namespaces', () => {
  const declared = (cluster: Cluster) => [...cluster.namespaces.values()].map((n) => [n.name, n.declared]);

  it('are those declared and those that something is in', () => {
    const cluster = clusterOf(together(namespace('a'), pod('a/x'), pod('b/x'), namespace('empty')));
    expect(declared(cluster)).toEqual([
      ['a', true],
      ['empty', true],
      ['b', false],
    ]);
  });

  it('that are refused exist all the same where something is in them, with their name for a label', () => {
    const cluster = clusterOf(
      together('{ apiVersion: v1, kind: Namespace, metadata: { name: a, labels: { x: 1 } } }', pod('a/x')),
    );
    expect(cluster.refused).toBe(1);
    expect(declared(cluster)).toEqual([['a', false]]);
    expect([...(cluster.namespaces.get('a')?.labels ?? [])]).toEqual([['kubernetes.io/metadata.name', 'a']]);
  });
});

describe('what is defined twice', () => {
  it('counts as it stands last by file and position, with an error at that place', () => {
    const cluster = clusterOf({
      'b.yaml': together(pod('a/x', { labels: { v: '2' } }), namespace('a', { v: '2' })),
      'a.yaml': together(namespace('a', { v: '1' }), pod('a/x', { labels: { v: '1' } })),
    });
    expect(cluster.workloads.map((w) => [...w.groups][0]?.labels.get('v'))).toEqual(['2']);
    expect(cluster.namespaces.get('a')?.labels.get('v')).toBe('2');
    expect(cluster.findings.map(briefly)).toEqual(['SCH007 ', 'SCH007 ']);
    expect(cluster.findings.map((f) => f.place && 'document' in f.place && f.place.document.source.path)).toEqual([
      'b.yaml',
      'b.yaml',
    ]);
    expect(cluster.refused).toBe(0);
  });

  it('is not the same name of another kind or in another namespace', () => {
    const cluster = clusterOf(together(pod('a/x'), pod('b/x'), workload('Job', 'a/x')));
    expect(cluster.findings).toEqual([]);
  });

  it('is not what the server would refuse: the object it took stays', () => {
    const refused = '{ apiVersion: v1, kind: Pod, metadata: { name: x, namespace: a, labels: { v: 2 } } }';
    const cluster = clusterOf(together(pod('a/x', { labels: { v: '1' } }), refused));
    expect(cluster.workloads.map((w) => [...w.groups][0]?.labels.get('v'))).toEqual(['1']);
    expect(cluster.findings.map(briefly)).toEqual(['YML005 /metadata/labels/v !']);
  });
});

describe('a refused object', () => {
  it('is counted, has a finding with its place, and is no workload', () => {
    const cluster = clusterOf(together(pod('a/Web'), pod('a/ok'), '{ apiVersion: apps/v1beta1, kind: Deployment }'));
    expect(ids(cluster)).toEqual(['a/ok[Pod]']);
    expect(cluster.refused).toBe(2);
    expect(cluster.findings.map(briefly)).toEqual([
      'SCH008 /metadata/name !',
      'SCH004 /metadata !',
      'SCH005 /apiVersion !',
    ]);
  });
});
