/**
 * Random pods as sketches: what they are made of, before the cluster gives them names, namespaces and addresses. A sketch
 * holds no reference to other sketches but small numbers, so that any pod can be left out while shrinking.
 */
import fc from 'fast-check';
import type { Container, ContainerPort, Labels, PodStatus } from './manifests.ts';
import type { NodeName } from './random-blocks.ts';
import { podLabels } from './random-labels.ts';
import { listOf, orAbsent, rarely, shape, type Written } from './random-shapes.ts';

export interface PodTemplate {
  readonly labels: Labels;
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[] | null | undefined;
  readonly hostNetwork: boolean | undefined;
}

export interface PodSketch extends PodTemplate {
  readonly namespace: number;
  /** The owner whose template this pod is made from, where the cluster has that owner. */
  readonly owner: number | undefined;
  /** A pod of an owner that was changed after it was made: another label, other ports. */
  readonly relabelled: boolean;
  readonly rebuilt: boolean;
  readonly nodeName: NodeName | undefined;
  readonly half: number;
  readonly shows: 'nothing' | 'v4' | 'v6' | 'both' | 'podIP only';
  readonly showsHost: 'nothing' | 'v4' | 'both';
  readonly phase: PodStatus['phase'] | undefined;
}

export interface OwnerSketch extends PodTemplate {
  readonly namespace: number;
  /** Whether the ReplicaSet belongs to a Deployment and so carries a hash in its name. */
  readonly deployed: boolean;
  readonly showsReplicaSet: boolean;
  readonly showsDeployment: boolean;
}

const port = shape<{ [K in keyof ContainerPort]-?: ContainerPort[K] | undefined } & { containerPort: number }>({
  name: orAbsent(fc.constantFrom('http', 'http', 'dns', 'web'), 1),
  containerPort: fc.constantFrom(80, 81, 53, 65535),
  protocol: fc.constantFrom(undefined, undefined, undefined, 'TCP', 'TCP', 'UDP', 'SCTP'),
});

/** The API server refuses one port name twice in a container, not twice in a pod. */
const ports = fc.uniqueArray(port, {
  maxLength: 3,
  comparator: (a, b) => a.name !== undefined && a.name === b.name,
});

const anyPorts = fc.oneof({ weight: 8, arbitrary: ports }, { weight: 1, arbitrary: fc.constantFrom(undefined, null) });

const containers = fc
  .array(anyPorts, { minLength: 1, maxLength: 2 })
  .map((list) => list.map((declared, index) => makeContainer(`main-${index}`, declared, undefined)));

const initContainers = listOf(fc.record({ ports: anyPorts, sidecar: fc.boolean() }), 2).map((list) =>
  list?.map((init, index) => makeContainer(`init-${index}`, init.ports, init.sidecar ? 'Always' : undefined)),
);

export const template = {
  labels: podLabels,
  containers,
  initContainers: orAbsent(initContainers, 3),
  hostNetwork: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(undefined, false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
};

export const podSketch: fc.Arbitrary<PodSketch> = fc.record({
  ...template,
  namespace: fc.nat({ max: 3 }),
  owner: orAbsent(fc.nat({ max: 1 })),
  relabelled: rarely(2),
  rebuilt: rarely(4),
  nodeName: orAbsent(fc.constantFrom<NodeName>('node-a', 'node-b'), 3),
  half: fc.nat({ max: 1 }),
  shows: fc.constantFrom('v4', 'both', 'nothing', 'v6', 'podIP only', 'nothing'),
  showsHost: fc.constantFrom('v4', 'nothing', 'both', 'nothing'),
  phase: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom<PodStatus['phase']>('Running', undefined, 'Pending') },
    { weight: 1, arbitrary: fc.constantFrom<PodStatus['phase']>('Succeeded', 'Failed') },
  ),
});

export const ownerSketch: fc.Arbitrary<OwnerSketch> = fc.record({
  ...template,
  namespace: fc.nat({ max: 3 }),
  deployed: rarely(2),
  showsReplicaSet: rarely(2),
  showsDeployment: rarely(2),
});

function makeContainer(
  name: string,
  declared: readonly Written<ContainerPort>[] | null | undefined,
  restartPolicy: 'Always' | undefined,
): Container {
  return {
    name,
    image: 'example.test/app',
    ...(declared !== undefined && { ports: declared }),
    ...(restartPolicy !== undefined && { restartPolicy }),
  };
}
