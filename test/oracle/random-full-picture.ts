/**
 * Random clusters with all that leaves things open: a random policy picture, and with it controllers that show no pods,
 * pods on the networks of nodes that are shown or not, namespaces that admit nobody, so that only the node of a pod gets
 * in, and Ingresses.
 */
import fc from 'fast-check';
import { pick } from './build-pods.ts';
import {
  type Manifest,
  namespaceOf,
  type Peer,
  type PodManifest,
  type PolicyManifest,
  type ServiceManifest,
  type ServicePort,
} from './manifests.ts';
import type { NodeName } from './random-blocks.ts';
import {
  buildController,
  buildPointedPolicy,
  controllerSketch,
  namespacesOf,
  pointedSketch,
} from './random-controllers.ts';
import { buildIngress, ingressSketch } from './random-ingresses.ts';
import { randomPeer } from './random-policies.ts';
import { randomPolicyPicture } from './random-policy-picture.ts';
import { orAbsent, rarely } from './random-shapes.ts';

const host = fc.record({
  namespace: fc.nat({ max: 3 }),
  nodeName: orAbsent(fc.constantFrom<NodeName>('node-a', 'node-b'), 3),
});

const entryPorts = fc.constantFrom<readonly ServicePort[]>(
  [{ port: 80 }],
  [{ port: 80, targetPort: 'http' }],
  [{ port: 8080, targetPort: 'dns', protocol: 'UDP' }],
  [
    { port: 80, targetPort: 'http', name: 'port-0' },
    { port: 443, targetPort: 81, name: 'port-1' },
  ],
);

/** A namespace that admits only some. */
const guard = fc.record({ namespace: fc.nat({ max: 3 }), from: randomPeer });

export const randomFullPicture: fc.Arbitrary<readonly Manifest[]> = fc
  .record({
    picture: randomPolicyPicture,
    controllers: fc.array(controllerSketch, { maxLength: 3 }),
    pointed: fc.array(pointedSketch, { maxLength: 3 }),
    hosts: fc.array(host, { maxLength: 2 }),
    closed: rarely(3),
    guards: someOf(guard, 2),
    entered: someOf(fc.record({ pod: fc.nat({ max: 6 }), ports: entryPorts }), 2),
    ingresses: someOf(ingressSketch, 3),
  })
  .map(({ picture, controllers, pointed, hosts, closed, guards, entered, ingresses }) => {
    const namespaces = namespacesOf(picture);
    const labelled = picture.filter((object) => object.kind === 'Pod' && object.metadata.labels !== undefined);
    const added = entered.flatMap((sketch, index) => entryService(sketch, labelled, index));
    const services = [...added, ...picture.filter((object) => object.kind === 'Service')];
    return [
      ...picture,
      ...added,
      ...guards.map(({ namespace, from }, index) => guarding(pick(namespaces, namespace), from, index)),
      ...controllers.map((sketch, index) => buildController(sketch, index, namespaces)),
      ...pointed.map((sketch, index) => buildPointedPolicy(sketch, index, namespaces)),
      ...hosts.map(({ namespace, nodeName }, index) => buildHost(index, pick(namespaces, namespace), nodeName)),
      ...(closed ? namespaces.map(closing) : []),
      ...ingresses.flatMap((sketch, index) => buildIngress(sketch, services, index)),
    ];
  });

/** Mostly one at least. */
function someOf<T>(item: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<readonly T[]> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.array(item, { minLength: 1, maxLength }) },
  );
}

/** A Service that surely has a pod behind it. */
function entryService(
  { pod: number, ports }: { readonly pod: number; readonly ports: readonly ServicePort[] },
  labelled: readonly Manifest[],
  index: number,
): readonly ServiceManifest[] {
  const pod = labelled[number % labelled.length];
  const selector = pod?.metadata.labels;
  if (!pod || !selector) {
    return [];
  }
  const metadata = { name: `entry-${index}`, namespace: namespaceOf(pod) };
  return [{ apiVersion: 'v1', kind: 'Service', metadata, spec: { selector, ports } }];
}

function guarding(namespace: string, from: Peer, index: number): PolicyManifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `guard-${index}`, namespace },
    spec: { podSelector: {}, ingress: [{ from: [from] }] },
  };
}

/** A pod that is its node, as far as the network goes, and shows no address. */
function buildHost(index: number, namespace: string, nodeName: NodeName | undefined): PodManifest {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `host-${index}`, namespace },
    spec: {
      containers: [{ name: 'main', image: 'example.test/agent' }],
      hostNetwork: true,
      ...(nodeName !== undefined && { nodeName }),
    },
  };
}

function closing(namespace: string): PolicyManifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'closed', namespace },
    spec: { podSelector: {}, policyTypes: ['Ingress'] },
  };
}
