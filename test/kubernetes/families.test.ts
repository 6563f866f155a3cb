import { describe, expect, it } from 'vitest';
import { type Cluster, readCluster } from '../../src/kubernetes/cluster.ts';
import type { Workload } from '../../src/kubernetes/families.ts';
import { documentsOf, type Files } from '../support/bundle.ts';
import { pod, together, workload } from '../support/objects.ts';

function clusterOf(files: Files): Cluster {
  return readCluster(documentsOf(files), 'default');
}

const ids = (cluster: Cluster) => cluster.workloads.map((w) => w.id);

function theOne(files: Files): Workload {
  const { workloads } = clusterOf(files);
  const [one, ...more] = workloads;
  if (!one || more.length > 0) throw new Error(`there are ${workloads.length} workloads`);
  return one;
}

const podNames = (w: Workload) => [...w.groups].flatMap((g) => g.pods);
const owned = (kind: string, name: string) => ({ owner: { kind, name } });

describe('a chain of owners', () => {
  const rs = workload('ReplicaSet', 'a/web-1', { ...owned('Deployment', 'web'), labels: { from: 'rs' } });
  const deployment = workload('Deployment', 'a/web', { labels: { from: 'deployment' } }, { replicas: 9 });

  it('leads from a pod over its ReplicaSet to the Deployment, where the ReplicaSet is in the bundle', () => {
    const one = theOne(together(pod('a/web-1-x', owned('ReplicaSet', 'web-1')), rs, deployment));
    expect(one).toMatchObject({ id: 'a/web[Deployment]', name: 'web', kind: 'Deployment', replicas: 1 });
    expect(podNames(one)).toEqual(['web-1-x']);
  });

  it('leads to a Deployment that is itself not in the bundle', () => {
    const one = theOne(together(pod('a/web-1-x', owned('ReplicaSet', 'web-1')), rs));
    expect(one.id).toBe('a/web[Deployment]');
  });

  it('ends at the ReplicaSet where that is not in the bundle', () => {
    expect(theOne(pod('a/web-1-x', owned('ReplicaSet', 'web-1'))).id).toBe('a/web-1[ReplicaSet]');
  });

  it('stays in its namespace', () => {
    const cluster = clusterOf(together(pod('b/web-1-x', owned('ReplicaSet', 'web-1')), rs, deployment));
    expect(ids(cluster)).toEqual(['a/web[Deployment]', 'b/web-1[ReplicaSet]']);
  });

  it('may lead over a Job to its CronJob', () => {
    const job = workload('Job', 'a/tick-1', owned('CronJob', 'tick'));
    const running = pod('a/tick-1-x', owned('Job', 'tick-1'));
    expect(theOne(together(workload('CronJob', 'a/tick'), job, running)).id).toBe('a/tick[CronJob]');
  });

  it('does not begin at a Node: a static pod is a workload of its own', () => {
    expect(theOne(pod('a/etcd', owned('Node', 'worker-1'))).id).toBe('a/etcd[Pod]');
  });

  it('does not begin at an owner without a kind', () => {
    expect(theOne(pod('a/x', owned('', 'web'))).id).toBe('a/x[Pod]');
  });

  it('that is a ring ends, and the pod in it is found once', () => {
    const ring = together(
      workload('ReplicaSet', 'a/one', owned('ReplicaSet', 'two')),
      workload('ReplicaSet', 'a/two', owned('ReplicaSet', 'one')),
      workload('ReplicaSet', 'a/self', owned('ReplicaSet', 'self')),
      pod('a/x', owned('ReplicaSet', 'one')),
    );
    const cluster = clusterOf(ring);
    expect(ids(cluster)).toEqual(['a/one[ReplicaSet]', 'a/self[ReplicaSet]', 'a/two[ReplicaSet]']);
    expect(cluster.workloads.flatMap(podNames)).toEqual(['x']);
  });
});

describe('the pods that exist', () => {
  const template = workload('ReplicaSet', 'a/web', { labels: { from: 'template' } }, { replicas: 5 });

  it('replace the template of their controller, and count', () => {
    const pods = ['x', 'y'].map((n) => pod(`a/${n}`, { ...owned('ReplicaSet', 'web'), labels: { from: n } }));
    const one = theOne(together(template, ...pods));
    expect([...one.groups].map((g) => g.labels.get('from'))).toEqual(['x', 'y']);
    expect(one.replicas).toBe(2);
  });

  it('do not replace it once they have ended', () => {
    const ended = pod('a/x', { ...owned('ReplicaSet', 'web'), status: { phase: 'Succeeded' } });
    const one = theOne(together(template, ended));
    expect([...one.groups].map((g) => g.labels.get('from'))).toEqual(['template']);
    expect(one.replicas).toBe(5);
  });

  it('are no endpoints once they have ended, and no fault', () => {
    const cluster = clusterOf(pod('a/x', { status: { phase: 'Failed' } }));
    expect(ids(cluster)).toEqual([]);
    expect(cluster.refused).toBe(0);
  });

  it('are in the order of their names, wherever they stand', () => {
    const pods = ['y', 'x', 'z'].map((n) => pod(`a/${n}`, owned('ReplicaSet', 'web')));
    expect(podNames(theOne(together(...pods)))).toEqual(['x', 'y', 'z']);
    expect(podNames(theOne(together(...pods.toReversed())))).toEqual(['x', 'y', 'z']);
  });
});

describe('what an absent controller controls', () => {
  const rs = (name: string, replicas: number) =>
    workload('ReplicaSet', `a/${name}`, { ...owned('Deployment', 'web'), labels: { v: name } }, { replicas });
  const versions = (w: Workload) => [...w.groups].map((g) => g.labels.get('v'));

  it('stands for it, old ReplicaSets scaled to nothing aside', () => {
    const one = theOne(together(rs('old', 0), rs('new', 3)));
    expect(one).toMatchObject({ id: 'a/web[Deployment]', replicas: 3 });
    expect(versions(one)).toEqual(['new']);
  });

  it('stands for it as a whole where all of it is scaled to nothing', () => {
    expect(versions(theOne(together(rs('a', 0), rs('b', 0))))).toEqual(['a', 'b']);
  });

  it('does not stand for it where it is in the bundle', () => {
    const one = theOne(together(rs('old', 3), workload('Deployment', 'a/web', { labels: { v: 'top' } })));
    expect(versions(one)).toEqual(['top']);
  });
});
