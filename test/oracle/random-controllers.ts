/**
 * Random controllers that show no pods, and policies that select by the labels which only the cluster gives: those that it
 * makes up, as `pod-template-hash`, and those that name a pod of a StatefulSet.
 */
import fc from 'fast-check';
import { pick } from './build-pods.ts';
import type { LabelSelector, Manifest, PodSpec, PolicyManifest, Requirement } from './manifests.ts';
import { NAMESPACES } from './random-labels.ts';
import { type PodTemplate, template } from './random-pods.ts';
import { orAbsent, shape, written } from './random-shapes.ts';

export interface ControllerSketch extends PodTemplate {
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  readonly namespace: number;
  readonly replicas: number;
  readonly start: number | undefined;
}

export const controllerSketch: fc.Arbitrary<ControllerSketch> = fc.record({
  ...template,
  kind: fc.constantFrom('Deployment', 'StatefulSet', 'StatefulSet', 'DaemonSet'),
  namespace: fc.nat({ max: 3 }),
  replicas: fc.constantFrom(1, 2, 3, 0),
  start: fc.constantFrom(undefined, undefined, 0, 1),
});

const requirement: fc.Arbitrary<Requirement> = fc
  .constantFrom<{ readonly key: string; readonly values: string[] }>(
    { key: 'pod-template-hash', values: ['7d9c5b8f6', '6c4f9d7bb'] },
    { key: 'controller-revision-hash', values: ['5f6d'] },
    { key: 'pod-template-generation', values: ['1', '2'] },
    { key: 'statefulset.kubernetes.io/pod-name', values: ['statefulset-0-0', 'statefulset-0-1', 'statefulset-1-0'] },
    { key: 'apps.kubernetes.io/pod-index', values: ['0', '1'] },
  )
  .chain(({ key, values }) =>
    fc.oneof(
      {
        weight: 4,
        arbitrary: shape<Requirement>({
          key: fc.constant(key),
          operator: fc.constantFrom('In', 'In', 'NotIn'),
          values: fc.subarray(values, { minLength: 1 }),
        }),
      },
      {
        weight: 1,
        arbitrary: shape<Requirement>({
          key: fc.constant(key),
          operator: fc.constantFrom('Exists', 'DoesNotExist'),
          values: fc.constant(undefined),
        }),
      },
    ),
  );

const selector: fc.Arbitrary<LabelSelector> = fc.oneof(
  { weight: 3, arbitrary: requirement.map((one) => ({ matchExpressions: [one] })) },
  { weight: 1, arbitrary: fc.constant({}) },
);

export interface PointedSketch {
  readonly namespace: number;
  readonly podSelector: LabelSelector;
  readonly peer: LabelSelector;
  readonly everywhere: boolean;
  readonly direction: 'ingress' | 'egress';
  readonly port: number | undefined;
}

export const pointedSketch: fc.Arbitrary<PointedSketch> = fc.record({
  namespace: fc.nat({ max: 3 }),
  podSelector: selector,
  peer: selector,
  everywhere: fc.boolean(),
  direction: fc.constantFrom('ingress', 'egress'),
  port: orAbsent(fc.constantFrom(80, 81)),
});

export function buildController(sketch: ControllerSketch, index: number, namespaces: readonly string[]): Manifest {
  const name = `${sketch.kind.toLowerCase()}-${index}`;
  const namespace = pick(namespaces, sketch.namespace);
  const labels = { ...sketch.labels, made: name };
  const metadata = { name, namespace };
  const spec = {
    selector: { matchLabels: { made: name } },
    template: { metadata: { labels }, spec: podSpec(sketch) },
  };
  const { kind, replicas, start } = sketch;
  switch (kind) {
    case 'Deployment':
      return { apiVersion: 'apps/v1', kind, metadata, spec: { replicas, ...spec } };
    case 'StatefulSet': {
      const ordinals = start === undefined ? {} : { ordinals: { start } };
      return { apiVersion: 'apps/v1', kind, metadata, spec: { serviceName: name, replicas, ...ordinals, ...spec } };
    }
    case 'DaemonSet':
      return { apiVersion: 'apps/v1', kind, metadata, spec };
  }
}

function podSpec({ containers, initContainers, hostNetwork }: PodTemplate): PodSpec {
  // On the host network a container port is a host port, which a pod may claim only once.
  const own = hostNetwork === true ? containers.map(({ ports: _, ...container }) => container) : containers;
  return { containers: own, ...written({ initContainers, hostNetwork }) };
}

export function buildPointedPolicy(
  sketch: PointedSketch,
  index: number,
  namespaces: readonly string[],
): PolicyManifest {
  const { podSelector, peer, everywhere, direction, port } = sketch;
  const peers = [{ podSelector: peer, ...(everywhere && { namespaceSelector: {} }) }];
  const ports = port === undefined ? {} : { ports: [{ port }] };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `pointed-${index}`, namespace: pick(namespaces, sketch.namespace) },
    spec:
      direction === 'ingress'
        ? { podSelector, policyTypes: ['Ingress'], ingress: [{ from: peers, ...ports }] }
        : { podSelector, policyTypes: ['Egress'], egress: [{ to: peers, ...ports }] },
  };
}

/** The namespaces that a cluster has by its objects, in the order of the alphabet. */
export function namespacesOf(objects: readonly Manifest[]): readonly string[] {
  const named = new Set(objects.map(({ metadata }) => metadata.namespace ?? 'default'));
  return NAMESPACES.filter((name) => named.has(name));
}
