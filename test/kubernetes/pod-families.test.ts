import { describe, expect, it } from 'vitest';
import { type Cluster, readCluster } from '../../src/kubernetes/cluster.ts';
import { PodColumns } from '../../src/kubernetes/pod-columns.ts';
import { PodSet } from '../../src/kubernetes/pod-set.ts';
import { SharedLists } from '../../src/util/shared-lists.ts';
import { documentsOf } from '../support/bundle.ts';
import { pod, together } from '../support/objects.ts';

const owner = { kind: 'ReplicaSet', name: 'web' };

const clusterOf = (...objects: readonly string[]): Cluster => readCluster(documentsOf(together(...objects)), 'default');

/** Every pod of every workload: `name labels node addresses`. */
function podsOf(cluster: Cluster): string[] {
  return cluster.workloads.flatMap(({ groups }) =>
    [...groups].map(({ pods, labels, node, addresses }) => {
      const text = [...labels].map(([key, value]) => `${key}=${value}`).sort();
      return `${pods} ${text} ${node ?? '-'} ${addresses.map((a) => a.value)}`;
    }),
  );
}

describe('pods of one owner', () => {
  it('are merged, and still told apart by name, node and address', () => {
    const cluster = clusterOf(
      pod('a/y', { owner, labels: { app: 'web' }, spec: { nodeName: 'n2' }, status: { podIP: '200.0.0.2' } }),
      pod('a/x', { owner, labels: { app: 'web' }, spec: { nodeName: 'n1' }, status: { podIP: '10.0.0.1' } }),
      pod('a/z', { owner, labels: { app: 'web' } }),
    );
    expect(podsOf(cluster)).toEqual(['x app=web n1 167772161', 'y app=web n2 3355443202', 'z app=web - ']);
  });

  it('share their labels and ports as one object', () => {
    const ports = [{ name: 'http', containerPort: 80 }];
    const make = (name: string) => pod(`a/${name}`, { owner, labels: { app: 'web' }, ports });
    const [x, y] = [...(clusterOf(make('x'), make('y')).workloads[0]?.groups ?? [])];
    expect(y?.labels).toBe(x?.labels);
    expect(y?.ports).toBe(x?.ports);
  });

  it('of several shapes are in the order of their names', () => {
    const cluster = clusterOf(
      pod('a/c', { owner, labels: { v: '1' } }),
      pod('a/b', { owner, labels: { v: '2' } }),
      pod('a/a', { owner, labels: { v: '1' } }),
      pod('a/d', { owner, labels: { v: '2' }, spec: { hostNetwork: true } }),
    );
    expect(podsOf(cluster)).toEqual(['a v=1 - ', 'b v=2 - ', 'c v=1 - ', 'd v=2 - ']);
    expect([...(cluster.workloads[0]?.groups ?? [])].map((g) => g.hostNetwork)).toEqual([false, false, false, true]);
  });

  it('of a StatefulSet have labels of their own', () => {
    const [name, index] = ['statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index'];
    const of = (i: number) => pod(`a/db-${i}`, { owner, labels: { app: 'db', [name]: `db-${i}`, [index]: String(i) } });
    expect(podsOf(clusterOf(of(1), of(0), pod('a/db-2', { owner, labels: { app: 'db' } })))).toEqual([
      `db-0 app=db,${index}=0,${name}=db-0 - `,
      `db-1 app=db,${index}=1,${name}=db-1 - `,
      'db-2 app=db - ',
    ]);
  });

  it('may have several addresses, of both families', () => {
    const cluster = clusterOf(
      pod('a/x', { owner, status: { podIP: '10.0.0.1', podIPs: [{ ip: '10.0.0.1' }, { ip: 'fd00::1' }] } }),
    );
    expect(podsOf(cluster)).toEqual([`x  - 167772161,${0xfd00n * 2n ** 112n + 1n}`]);
  });
});

describe('a pod that is defined twice', () => {
  it('is the later one, with its labels and its owner', () => {
    const cluster = clusterOf(
      pod('a/x', { owner, labels: { v: '1' } }),
      pod('a/y', { owner, labels: { v: '1' } }),
      pod('a/x', { owner: { kind: 'ReplicaSet', name: 'other' }, labels: { v: '2' } }),
    );
    expect(cluster.workloads.map((w) => [w.id, w.replicas])).toEqual([
      ['a/other[ReplicaSet]', 1],
      ['a/web[ReplicaSet]', 1],
    ]);
    expect(podsOf(cluster)).toEqual(['x v=2 - ', 'y v=1 - ']);
    expect(cluster.findings.map((f) => f.rule)).toEqual(['SCH007']);
  });

  it('is none where the later one has ended', () => {
    const cluster = clusterOf(pod('a/x', { owner }), pod('a/x', { owner, status: { phase: 'Failed' } }));
    expect(cluster.workloads).toEqual([]);
    expect(cluster.findings.map((f) => f.rule)).toEqual(['SCH007']);
  });
});

describe('a pod that owns others', () => {
  it('is the workload they are of, and where it stands', () => {
    const driver = { owner: { kind: 'Pod', name: 'driver' } };
    const cluster = clusterOf(pod('a/a-executor', driver), pod('a/driver'), pod('a/b-executor', driver));
    expect(cluster.workloads.map((w) => [w.id, w.replicas])).toEqual([['a/driver[Pod]', 3]]);
    expect(cluster.workloads[0]?.origin.document.head?.name).toBe('driver');
  });
});

describe('a set of pods', () => {
  const group = {
    labels: new Map([['a', 'b']]),
    ports: [],
    hostNetwork: false,
    node: undefined,
    addresses: [],
    pods: [],
  };

  it('takes pods that are alike, in whatever order their labels stand', () => {
    const set = new PodSet({
      ...group,
      labels: new Map([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    });
    expect(
      set.takes(
        {
          ...group,
          labels: new Map([
            ['c', 'd'],
            ['a', 'b'],
          ]),
        },
        undefined,
      ),
    ).toBe(true);
    expect(set.takes({ ...group, labels: new Map([['c', 'd']]) }, undefined)).toBe(false);
    expect(
      set.takes(
        {
          ...group,
          labels: new Map([
            ['c', 'd'],
            ['a', 'x'],
          ]),
        },
        undefined,
      ),
    ).toBe(false);
  });

  it('loses a pod and no other', () => {
    const set = new PodSet(group);
    for (const [i, name] of ['x', 'y', 'z'].entries()) {
      set.add(
        name,
        { ...group, node: i === 1 ? 'n' : undefined, addresses: [{ family: 'IPv4', value: i }] },
        undefined,
      );
    }
    set.remove('x');
    set.remove('nobody');
    expect(
      [...set.settle(new SharedLists(() => []), new PodColumns(3))].map(({ pods, node, addresses }) => [
        pods[0],
        node,
        addresses[0]?.value,
      ]),
    ).toEqual([
      ['y', 'n', 1],
      ['z', undefined, 2],
    ]);
  });
});
