/**
 * Turns sketches of pods and owners into the objects an API server would show. Pods of one owner take its template, as
 * their controller made them, and then differ as pods come to differ in real clusters: by label, ports, node and address.
 */
import {
  type Container,
  hasFinished,
  type Labels,
  type Manifest,
  type OwnerManifest,
  type OwnerReference,
  type PodManifest,
  type PodSpec,
  type PodStatus,
} from './manifests.ts';
import { NODES, podAddresses } from './random-blocks.ts';
import { HASH_KEY, OWNER_KEY, OWNERS } from './random-labels.ts';
import type { OwnerSketch, PodSketch, PodTemplate } from './random-pods.ts';
import { written } from './random-shapes.ts';

interface Owner extends OwnerSketch {
  readonly deployment: string;
  readonly replicaSet: string;
  readonly namespaceName: string;
  readonly ownLabels: Labels;
}

const HASHES = ['7d9c5b8f6', '6c4f9d7bb'] as const;

/** `namespaces` are the names a sketch's number chooses from; `index` makes names and addresses differ. */
export function buildPods(
  pods: readonly PodSketch[],
  owners: readonly OwnerSketch[],
  namespaces: readonly string[],
): readonly Manifest[] {
  const named = owners.map((owner, index) => nameOwner(owner, index, pick(namespaces, owner.namespace)));
  const built = pods.map((sketch, index) => {
    const owner = sketch.owner === undefined ? undefined : named[sketch.owner];
    return owner === undefined
      ? buildPod(sketch, index, `pod-${index}`, pick(namespaces, sketch.namespace))
      : buildOwnedPod(sketch, index, owner);
  });
  return [...built, ...named.flatMap((owner) => buildOwner(owner, built))];
}

export function pick(names: readonly string[], number: number): string {
  return names[number % names.length] ?? 'default';
}

function nameOwner(owner: OwnerSketch, index: number, namespaceName: string): Owner {
  const deployment = OWNERS[index] ?? `owner-${index}`;
  const hash = HASHES[index] ?? HASHES[0];
  return {
    ...owner,
    deployment,
    replicaSet: owner.deployed ? `${deployment}-${hash}` : deployment,
    namespaceName,
    ownLabels: { [OWNER_KEY]: deployment, ...(owner.deployed && { [HASH_KEY]: hash }) },
  };
}

function buildOwnedPod(sketch: PodSketch, index: number, owner: Owner): PodManifest {
  const change = sketch.relabelled ? Object.fromEntries(Object.entries(sketch.labels).slice(0, 1)) : {};
  const { containers, initContainers } = sketch.rebuilt ? sketch : owner;
  const template = { ...sketch, containers, initContainers, hostNetwork: owner.hostNetwork };
  const labels = { ...owner.labels, ...change, ...owner.ownLabels };
  const pod = buildPod({ ...template, labels }, index, `${owner.replicaSet}-x2k4${index}`, owner.namespaceName);
  return { ...pod, metadata: { ...pod.metadata, ownerReferences: [controlledBy('ReplicaSet', owner.replicaSet)] } };
}

function buildPod(sketch: PodSketch, index: number, name: string, namespace: string): PodManifest {
  const status = buildStatus(sketch, index);
  const hasLabels = Object.keys(sketch.labels).length > 0;
  // Also the spelling without a namespace must mean "default", and the one without labels must mean none.
  const home = namespace === 'default' && index % 2 === 1 ? {} : { namespace };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, ...home, ...(hasLabels && { labels: sketch.labels }) },
    spec: { ...buildSpec(sketch), ...(sketch.nodeName !== undefined && { nodeName: sketch.nodeName }) },
    ...(Object.keys(status).length > 0 && { status }),
  };
}

function buildSpec({ containers, initContainers, hostNetwork }: PodTemplate): PodSpec {
  const own = hostNetwork === true ? withoutHostPortConflicts(containers) : containers;
  return { containers: own, ...written({ initContainers, hostNetwork }) };
}

/** On the host network a container port is a host port, which a pod may claim only once. */
function withoutHostPortConflicts(containers: readonly Container[]): readonly Container[] {
  const claimed = new Set<string>();
  return containers.map((container) => {
    const ports = container.ports?.filter(({ protocol, containerPort }) => {
      const claim = `${protocol ?? 'TCP'}/${containerPort}`;
      const free = !claimed.has(claim);
      claimed.add(claim);
      return free;
    });
    return ports === undefined ? container : { ...container, ports };
  });
}

function buildStatus(sketch: PodSketch, index: number): PodStatus {
  const node = NODES[sketch.nodeName ?? 'node-a'];
  // A finished pod shows an address that the next pod has meanwhile.
  const finished = hasFinished({ status: written({ phase: sketch.phase }) });
  const own = sketch.hostNetwork === true ? node : podAddresses(finished ? index + 1 : index, sketch.half);
  return written({
    phase: sketch.phase,
    ...ownAddresses(sketch.shows, own),
    ...(sketch.showsHost !== 'nothing' && { hostIP: node.v4 }),
    ...(sketch.showsHost === 'both' && { hostIPs: [{ ip: node.v4 }, { ip: node.v6 }] }),
  });
}

function ownAddresses(shows: PodSketch['shows'], { v4, v6 }: { readonly v4: string; readonly v6: string }): PodStatus {
  switch (shows) {
    case 'nothing':
      return {};
    case 'v4':
      return { podIP: v4, podIPs: [{ ip: v4 }] };
    case 'v6':
      return { podIP: v6, podIPs: [{ ip: v6 }] };
    case 'both':
      return { podIP: v4, podIPs: [{ ip: v4 }, { ip: v6 }] };
    case 'podIP only':
      return { podIP: v4 };
  }
}

function buildOwner(owner: Owner, pods: readonly Manifest[]): readonly OwnerManifest[] {
  const replicas = pods.filter((pod) => pod.metadata.ownerReferences?.[0]?.name === owner.replicaSet).length;
  const common = {
    replicas,
    selector: { matchLabels: owner.ownLabels },
    template: { metadata: { labels: { ...owner.labels, ...owner.ownLabels } }, spec: buildSpec(owner) },
  };
  const name = { [OWNER_KEY]: owner.deployment };
  const above = owner.deployed ? { ownerReferences: [controlledBy('Deployment', owner.deployment)] } : {};
  const { deployment, replicaSet, namespaceName: namespace } = owner;
  const set: OwnerManifest = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: replicaSet, namespace, uid: `uid-${replicaSet}`, labels: owner.ownLabels, ...above },
    spec: common,
  };
  const deployed: OwnerManifest = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: deployment, namespace, uid: `uid-${deployment}` },
    spec: {
      replicas,
      selector: { matchLabels: name },
      template: { metadata: { labels: { ...owner.labels, ...name } }, spec: common.template.spec },
    },
  };
  return [...(owner.showsReplicaSet ? [set] : []), ...(owner.deployed && owner.showsDeployment ? [deployed] : [])];
}

function controlledBy(kind: OwnerReference['kind'], name: string): OwnerReference {
  return { apiVersion: 'apps/v1', kind, name, uid: `uid-${name}`, controller: true };
}
