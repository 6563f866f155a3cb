import { describe, expect, it } from 'vitest';
import { readCluster } from '../../../src/kubernetes/cluster.ts';
import { clusterEndpoints, podEndpoints } from '../../../src/policy/dialects/endpoints.ts';
import { NODE_LABEL } from '../../../src/policy/labels.ts';
import { documentsOf, type Files } from '../../support/bundle.ts';
import { namespace, pod, together, workload } from '../../support/objects.ts';

const clusterOf = (files: Files) => readCluster(documentsOf(files), 'default');
const owner = { kind: 'ReplicaSet', name: 'web' };

describe('the endpoints of a cluster', () => {
  it('are its groups of pods under the id of their workload', () => {
    const files = together(pod('a/x', { owner }), pod('a/y', { owner }), workload('Deployment', 'a/db'));
    expect(clusterEndpoints(clusterOf(files)).map((e) => [e.id, e.workload, e.name, e.kind, e.pods])).toEqual([
      ['a/db[Deployment]', 'a/db[Deployment]', 'db', 'Deployment', []],
      ['a/web[ReplicaSet]', 'a/web[ReplicaSet]', 'web', 'ReplicaSet', ['x']],
      ['a/web[ReplicaSet]', 'a/web[ReplicaSet]', 'web', 'ReplicaSet', ['y']],
    ]);
  });

  it('have the labels of their namespace', () => {
    const [declared, implied] = clusterEndpoints(
      clusterOf(together(namespace('a', { team: 'x' }), pod('a/p'), pod('b/p'))),
    );
    expect([...(declared?.namespaceLabels ?? [])]).toEqual([
      ['team', 'x'],
      ['kubernetes.io/metadata.name', 'a'],
    ]);
    expect([...(implied?.namespaceLabels ?? [])]).toEqual([['kubernetes.io/metadata.name', 'b']]);
  });

  it('carry their node as a label of ours, with no value where it is not shown', () => {
    const files = together(pod('a/x', { spec: { nodeName: 'n1' } }), pod('a/y'));
    expect(clusterEndpoints(clusterOf(files)).map((e) => e.labels.get(NODE_LABEL))).toEqual(['n1', null]);
  });

  it('have the ports that have names, and no others', () => {
    const [web] = clusterEndpoints(
      clusterOf(pod('a/x', { ports: [{ containerPort: 1 }, { name: 'b', containerPort: 2 }] })),
    );
    expect(web?.ports).toEqual([{ name: 'b', protocol: 'TCP', port: 2 }]);
  });

  it('have the addresses and the network of their pod', () => {
    const [host] = clusterEndpoints(
      clusterOf(pod('a/x', { spec: { hostNetwork: true }, status: { podIP: '10.0.0.1', hostIP: '10.0.0.1' } })),
    );
    expect(host).toMatchObject({ hostNetwork: true, addresses: [{ family: 'IPv4', value: 0x0a00_0001 }] });
  });
});

describe('the pods of a StatefulSet', () => {
  const POD_NAME = 'statefulset.kubernetes.io/pod-name';
  const cluster = clusterOf(workload('StatefulSet', 'a/db', { labels: { app: 'db' } }, { replicas: 11 }));
  const shown = (asked?: ReadonlySet<string>) =>
    clusterEndpoints(cluster, asked).map((e) => [e.pods.join(' '), e.labels.get(POD_NAME)]);

  it('are an endpoint each where a label that tells them apart is asked for', () => {
    expect(shown(new Set([POD_NAME])).slice(0, 2)).toEqual([
      ['db-0', 'db-0'],
      ['db-1', 'db-1'],
    ]);
    expect(shown(new Set(['apps.kubernetes.io/pod-index']))).toHaveLength(11);
  });

  it('are an endpoint each where nothing is known of what is asked for', () => {
    expect(shown()).toHaveLength(11);
  });

  it('are one endpoint with all their names where none is, shown with the labels of the first', () => {
    expect(shown(new Set(['app']))).toEqual([['db-0 db-1 db-10 db-2 db-3 db-4 db-5 db-6 db-7 db-8 db-9', 'db-0']]);
  });

  it('have the same labels in the same order either way', () => {
    const [first] = clusterEndpoints(cluster);
    const [one] = clusterEndpoints(cluster, new Set());
    expect([...(one?.labels ?? [])]).toEqual([...(first?.labels ?? [])]);
    expect([...(first?.labels ?? [])]).toEqual([
      ['app', 'db'],
      ['controller-revision-hash', null],
      [POD_NAME, 'db-0'],
      ['apps.kubernetes.io/pod-index', '0'],
      [NODE_LABEL, null],
    ]);
  });
});

describe('the endpoints of single pods', () => {
  const ids = (files: Files) => [...podEndpoints(clusterOf(files))].map((e) => e.id);

  it('are each named after its pod, whatever owns it', () => {
    expect(ids(together(pod('a/x', { owner }), pod('a/y')))).toEqual(['a/x[Pod]', 'a/y[Pod]']);
  });

  it('are named for the pods of a StatefulSet without any that exists', () => {
    expect(ids(workload('StatefulSet', 'a/db', {}, { replicas: 2 }))).toEqual(['a/db-0[Pod]', 'a/db-1[Pod]']);
  });

  it('keep the name of their workload where no pod has a name', () => {
    expect(ids(workload('Deployment', 'a/web'))).toEqual(['a/web[Deployment]']);
  });
});
