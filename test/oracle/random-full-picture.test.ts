/** The full picture holds what leaves things open, and often enough that it decides: a case that never comes up proves nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmpty } from '../../src/algebra/connection-set.ts';
import { refusals } from './accepted.ts';
import { analysisOfObjects } from './ask-engine.ts';
import { denseReach } from './dense/reach.ts';
import { hasFinished, type Manifest, namespaceOf } from './manifests.ts';
import { naiveVerdict } from './naive.ts';
import { controllersOf, entryPackets, entryVerdicts } from './naive-entry.ts';
import { randomFullPicture } from './random-full-picture.ts';
import { reachInputOf } from './reach-input.ts';
import { standIns } from './stand-ins.ts';

const pictures = fc.sample(randomFullPicture, { numRuns: 300, seed: 1 });

type Cluster = readonly Manifest[];

const podsOf = (cluster: Cluster) => cluster.filter((o) => o.kind === 'Pod').filter((pod) => !hasFinished(pod));
const hostsOf = (cluster: Cluster) => podsOf(cluster).filter(({ spec }) => spec.hostNetwork === true);
const policiesOf = (cluster: Cluster) => cluster.filter((o) => o.kind === 'NetworkPolicy');
const adminOf = (cluster: Cluster) =>
  cluster.flatMap((o) =>
    o.kind === 'AdminNetworkPolicy' || (o.kind === 'ClusterNetworkPolicy' && o.spec.tier === 'Admin') ? [o.spec] : [],
  );
const actionsOf = ({ ingress = [], egress = [] }: ReturnType<typeof adminOf>[number]) =>
  [...ingress, ...egress].map(({ action }) => action);
const mentions = (cluster: Cluster, key: string) => JSON.stringify(policiesOf(cluster)).includes(`"${key}"`);
const isBaseline = (o: Manifest) =>
  o.kind === 'BaselineAdminNetworkPolicy' || (o.kind === 'ClusterNetworkPolicy' && o.spec.tier === 'Baseline');

const hasPolicies = (cluster: Cluster, pod: Manifest) =>
  policiesOf(cluster).some((policy) => namespaceOf(policy) === namespaceOf(pod));

const portNumbers = (cluster: Cluster, name: string) =>
  new Set(
    podsOf(cluster).flatMap(({ spec }) =>
      spec.containers.flatMap(({ ports }) => (ports ?? []).filter((p) => p.name === name).map((p) => p.containerPort)),
    ),
  );

/** What a cluster has to hold for a rule of policy to come up. */
const FEATURES: readonly (readonly [string, (cluster: Cluster) => boolean])[] = [
  ['pods that show no address', (c) => podsOf(c).some(({ status }) => status?.podIP === undefined)],
  ['pods that show no node', (c) => podsOf(c).some(({ spec }) => spec.nodeName === undefined)],
  ['one port name for several numbers', (c) => portNumbers(c, 'http').size > 1],
  ['pods on the host network', (c) => hostsOf(c).length > 0],
  [
    'a host with a pod of its own',
    (c) =>
      hostsOf(c).some((h) => podsOf(c).some((p) => p !== h && p.spec.nodeName && p.spec.nodeName === h.spec.nodeName)),
  ],
  ['several policies of one priority', (c) => new Set(adminOf(c).map((s) => s.priority)).size < adminOf(c).length],
  ['several priorities', (c) => new Set(adminOf(c).map((s) => s.priority)).size > 1],
  ['a rule that passes', (c) => adminOf(c).some((spec) => actionsOf(spec).includes('Pass'))],
  ['Baseline beside isolated pods', (c) => c.some(isBaseline) && policiesOf(c).length > 0],
  [
    'Baseline where no NetworkPolicy isolates',
    (c) => c.some(isBaseline) && podsOf(c).some((pod) => !hasPolicies(c, pod)),
  ],
  [
    'a selector by the hash of a template',
    (c) => mentions(c, 'pod-template-hash') && c.some((o) => o.kind === 'Deployment'),
  ],
  [
    'a selector by the name of a pod',
    (c) => mentions(c, 'statefulset.kubernetes.io/pod-name') && c.some((o) => o.kind === 'StatefulSet'),
  ],
  ['an Ingress to a Service', (c) => c.some((o) => o.kind === 'Ingress')],
  [
    'a Service without an address of its own',
    (c) => c.some((o) => o.kind === 'Service' && o.spec.clusterIP === 'None'),
  ],
];

describe('random full pictures', () => {
  it('survive JSON unchanged', () => {
    for (const cluster of pictures) expect(JSON.parse(JSON.stringify(cluster))).toStrictEqual(cluster);
  });

  it('name every object once', () => {
    for (const cluster of pictures) {
      const names = cluster.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? 'default'}/${metadata.name}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('hold nothing that the API server refuses', () => {
    expect(pictures.flatMap(refusals)).toEqual([]);
    for (const cluster of pictures) expect(analysisOfObjects(cluster, {}).refused).toBe(0);
  });

  it.each(FEATURES)('often hold %s', (_name, holds) => {
    expect(pictures.filter(holds).length).toBeGreaterThan(15);
  });
});

describe('what comes of them', () => {
  it('is often allowed, denied and left open to an Ingress controller', () => {
    const counts = new Map<string, number>();
    for (const cluster of pictures) {
      const controllers = controllersOf(cluster, undefined);
      for (const pod of podsOf(cluster)) {
        for (const packet of entryPackets(cluster, pod)) {
          const verdicts = [...entryVerdicts(cluster, {}, { controllers, pod, packet })].sort().join(' or ');
          counts.set(verdicts, (counts.get(verdicts) ?? 0) + 1);
        }
      }
    }
    for (const expected of ['allow', 'deny', 'allow or deny']) expect(counts.get(expected)).toBeGreaterThan(10);
  });

  it('depends on labels that only the cluster gives', () => {
    const differing = pictures.filter((cluster) => {
      const made = cluster.flatMap(({ kind, metadata: { name, namespace } }) =>
        kind === 'Deployment' || kind === 'DaemonSet' ? standIns(cluster, `${namespace}/${name}[${kind}]`) : [],
      );
      const all = [...cluster, ...made];
      const to = podsOf(cluster)[0];
      return to && new Set(made.map((pod) => between(all, pod, to))).size > 1;
    });
    expect(differing.length).toBeGreaterThan(5);
  });

  it('is allowed from the node of a pod where nobody else gets in', () => {
    const allowed = pictures.filter((cluster) =>
      hostsOf(cluster).some((host) =>
        podsOf(cluster).some((pod) => {
          const isOwn = pod !== host && pod.spec.nodeName !== undefined && pod.spec.nodeName === host.spec.nodeName;
          const stranger = {
            ...host,
            metadata: { ...host.metadata, name: 'far' },
            spec: { ...host.spec, nodeName: 'far' },
          };
          return (
            isOwn &&
            between(cluster, host, pod) === 'allow' &&
            between([...cluster, stranger], stranger, pod) === 'deny'
          );
        }),
      ),
    );
    expect(allowed.length).toBeGreaterThan(15);
  });

  it('tells the pods of one StatefulSet apart', () => {
    const split = pictures.filter((cluster) =>
      denseReach(reachInputOf(analysisOfObjects(cluster, { level: 'workload' }))).nodes.some(
        (node) => node.kind === 'endpoint' && node.endpoint.id.endsWith('[StatefulSet]#2'),
      ),
    );
    expect(split.length).toBeGreaterThan(15);
  });

  it('leaves cells open in the dense matrix', () => {
    const open = pictures.slice(0, 100).filter((cluster) => {
      const dense = denseReach(reachInputOf(analysisOfObjects(cluster, {})));
      return dense.nodes.some((_, from) => dense.nodes.some((__, to) => !isEmpty(dense.between(from, to).unknown)));
    });
    expect(open.length).toBeGreaterThan(30);
  });
});

function between(cluster: Cluster, from: Manifest, to: Manifest) {
  const end = ({ metadata }: Manifest) => ({ pod: `${metadata.namespace ?? 'default'}/${metadata.name}` });
  return naiveVerdict(cluster, {}, { from: end(from), to: end(to), protocol: 'TCP', port: 80 });
}
