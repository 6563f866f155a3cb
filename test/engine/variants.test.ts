import { describe, expect, it } from 'vitest';
import { makeReach } from '../../src/engine/compile.ts';
import type { Endpoint } from '../../src/policy/endpoint.ts';
import { NODE_LABEL } from '../../src/policy/labels.ts';
import type { PolicyStack } from '../../src/policy/stack.ts';
import { analysisOf, endpointIds } from '../support/bundle.ts';
import { endpoint, labelled, policyOf, stackOf, tierOf } from '../support/endpoints.ts';
import { pod, policy, together, workload } from '../support/objects.ts';

function mergeVariants(endpoints: readonly Endpoint[], stacks: readonly PolicyStack[]): Endpoint[] {
  const { nodes } = makeReach({ endpoints, ways: stacks.map((stack) => ({ via: 'pod', stack })) });
  return nodes.flatMap((n) => (n.kind === 'endpoint' ? [n.endpoint] : []));
}

const owner = { kind: 'ReplicaSet', name: 'web' };
const selecting = (key: string, value: string) =>
  policy('a/p', `{ podSelector: { matchLabels: { ${key}: ${value} } }, ingress: [{}] }`);

/** `id: pods` of what pods x, y and z of one ReplicaSet become. */
function variants(shapes: Readonly<Record<string, Parameters<typeof pod>[1]>>, ...more: readonly string[]): string[] {
  const pods = Object.entries(shapes).map(([name, shape]) => pod(`a/${name}`, { owner, ...shape }));
  const { nodes } = analysisOf(together(...more, ...pods)).reach();
  return nodes.flatMap((n) => (n.kind === 'endpoint' ? [`${n.endpoint.id}: ${n.endpoint.pods.join(' ')}`] : []));
}

const VERSIONS = { x: { labels: { v: '1' } }, y: { labels: { v: '2' } }, z: { labels: { v: '1' } } };

describe('pods of one workload', () => {
  it('are one endpoint where no policy asks for what they differ in', () => {
    expect(variants(VERSIONS)).toEqual(['a/web[ReplicaSet]: x y z']);
    expect(variants(VERSIONS, selecting('app', 'web'))).toEqual(['a/web[ReplicaSet]: x y z']);
  });

  it('are variants where a policy selects some of them', () => {
    expect(variants(VERSIONS, selecting('v', '"2"'))).toEqual(['a/web[ReplicaSet]#1: x z', 'a/web[ReplicaSet]#2: y']);
  });

  it('are one endpoint where a policy asks for the label and means none of them, or all', () => {
    expect(variants(VERSIONS, selecting('v', '"3"'))).toEqual(['a/web[ReplicaSet]: x y z']);
    const all = '{ podSelector: { matchExpressions: [{ key: v, operator: Exists }] } }';
    expect(variants(VERSIONS, policy('a/p', all))).toEqual(['a/web[ReplicaSet]: x y z']);
  });

  it('are variants where a peer of a rule means some of them', () => {
    const peer = policy(
      'b/p',
      '{ ingress: [{ from: [{ namespaceSelector: {}, podSelector: { matchLabels: { v: "2" } } }] }] }',
    );
    expect(variants(VERSIONS, peer)).toEqual(['a/web[ReplicaSet]#1: x z', 'a/web[ReplicaSet]#2: y']);
  });

  it('are variants where a port name that a rule mentions means different ports', () => {
    const port = (containerPort: number) => ({ ports: [{ name: 'http', containerPort }] });
    const shapes = { x: port(80), y: port(81) };
    expect(variants(shapes)).toHaveLength(1);
    expect(variants(shapes, policy('a/p', '{ ingress: [{ ports: [{ port: http }] }] }'))).toHaveLength(2);
    expect(variants(shapes, policy('a/p', '{ ingress: [{ ports: [{ port: http, protocol: UDP }] }] }'))).toHaveLength(
      1,
    );
  });

  it('are variants where an ipBlock means the address of some of them, unless blocks mean no pods', () => {
    const shapes = { x: { status: { podIP: '10.0.0.1' } }, y: { status: { podIP: '11.0.0.1' } }, z: {} };
    const block = policy('b/p', '{ ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }] }');
    expect(variants(shapes, block)).toHaveLength(3);
    const pods = Object.entries(shapes).map(([name, shape]) => pod(`a/${name}`, { owner, ...shape }));
    const ignoring = analysisOf(together(block, ...pods), { ipBlockPods: 'ignore' }).reach();
    expect(endpointIds(ignoring)).toEqual(['a/web[ReplicaSet]']);
  });

  it('are variants where some use the network of their node', () => {
    const shapes = { x: {}, y: { spec: { hostNetwork: true } } };
    expect(variants(shapes)).toEqual(['a/web[ReplicaSet]#1: x', 'a/web[ReplicaSet]#2: y']);
  });

  it('have the addresses of all the pods they stand for', () => {
    const pods = ['1', '2'].map((n) => pod(`a/x${n}`, { owner, status: { podIP: `10.0.0.${n}` } }));
    const [node] = analysisOf(together(...pods)).reach().nodes;
    expect(node?.kind === 'endpoint' && node.endpoint.addresses.length).toBe(2);
  });

  it('on different nodes are one endpoint, whose node is not shown', () => {
    const on = (name: string, node: string) =>
      endpoint(`a/${name}`, { id: 'w', workload: 'w', labels: new Map([[NODE_LABEL, node]]) });
    const [merged, ...more] = mergeVariants([on('x', 'n1'), on('y', 'n2')], []);
    expect(more).toEqual([]);
    expect(merged?.labels.get(NODE_LABEL)).toBeNull();
    expect(mergeVariants([on('x', 'n1'), on('y', 'n1')], [])[0]?.labels.get(NODE_LABEL)).toBe('n1');
  });

  it('of a StatefulSet that a policy names one of are that one and the others', () => {
    const db = workload('StatefulSet', 'a/db', {}, { replicas: 3 });
    const named = policy('a/p', '{ podSelector: { matchLabels: { statefulset.kubernetes.io/pod-name: db-1 } } }');
    const { nodes } = analysisOf(together(db, named)).reach();
    expect(nodes.flatMap((n) => (n.kind === 'endpoint' ? [[n.endpoint.id, n.endpoint.pods]] : []))).toEqual([
      ['a/db[StatefulSet]#1', ['db-0', 'db-2']],
      ['a/db[StatefulSet]#2', ['db-1']],
    ]);
  });
});

describe('the numbers of variants', () => {
  const documents = [
    pod('a/x', { owner, labels: { v: '1' } }),
    pod('a/y', { owner, labels: { v: '2' } }),
    pod('a/z', { owner, labels: { v: '3' } }),
    policy('a/p', '{ podSelector: { matchLabels: { v: "2" } } }'),
    policy('a/q', '{ podSelector: { matchLabels: { v: "3" } } }'),
  ];
  const shape = (files: Readonly<Record<string, string>>) =>
    analysisOf(files)
      .reach()
      .nodes.flatMap((n) => (n.kind === 'endpoint' ? [`${n.endpoint.id} ${n.endpoint.pods.join()}`] : []));
  const expected = ['a/web[ReplicaSet]#1 x', 'a/web[ReplicaSet]#2 y', 'a/web[ReplicaSet]#3 z'];

  it('do not depend on the order in which files are sent', () => {
    const files = documents.map((text, i) => [`${i}.yaml`, text] as const);
    expect(shape(Object.fromEntries(files))).toEqual(expected);
    expect(shape(Object.fromEntries(files.toReversed()))).toEqual(expected);
  });

  it('do not depend on which file an object is in, and where', () => {
    expect(shape({ 'a.yaml': together(...documents.toReversed()) })).toEqual(expected);
    expect(shape(Object.fromEntries(documents.map((text, i) => [`${9 - i}.yaml`, text])))).toEqual(expected);
  });
});

describe('endpoints', () => {
  it('are sorted by id, and those of two workloads are never merged', () => {
    const merged = mergeVariants(
      [endpoint('b/x'), endpoint('a/y'), endpoint('a/x')],
      [stackOf(tierOf(policyOf('p', { subject: labelled('v', '1') })))],
    );
    expect(merged.map((e) => e.id)).toEqual(['a/x[Pod]', 'a/y[Pod]', 'b/x[Pod]']);
  });
});

describe('a port name that does not mean the same at all pods of an endpoint', () => {
  it('is no name of that endpoint, so that nobody is told of a port that only some have', () => {
    const at = (name: string, port: number) =>
      pod(`a/${name}`, {
        owner,
        ports: [
          { name: 'http', containerPort: port },
          { name: 'same', containerPort: 9 },
        ],
      });
    const { reach } = { reach: analysisOf(together(at('x', 80), at('y', 81))).reach() };
    const [node] = reach.nodes;
    expect(node?.kind === 'endpoint' && node.endpoint.ports.map((p) => p.name)).toEqual(['same']);
  });
});

describe('pods that only a Service tells apart', () => {
  it('are variants, so that what stands behind it is exact', () => {
    const at = (name: string, track: string) => pod(`a/${name}`, { owner, labels: { app: 'web', track } });
    const service =
      'apiVersion: v1\nkind: Service\nmetadata: { name: s, namespace: a }\nspec: { selector: { track: canary }, ports: [{ port: 1 }] }\n';
    const analysis = analysisOf(together(at('x', 'stable'), at('y', 'canary'), service));
    expect(analysis.reach().nodes.filter((n) => n.kind === 'endpoint')).toHaveLength(2);
  });
});
