/**
 * Random clusters, small enough to read and odd enough to matter: pods, policies and namespaces as an API server would hold
 * them, and pods that share an owner but differ from each other. The generator belongs to the oracle: it aims at the rules
 * of NetworkPolicy, never at how the engine happens to work.
 */
import fc from 'fast-check';
import { buildPods, pick } from './build-pods.ts';
import type { Labels, Manifest, NamespaceManifest, PolicyManifest } from './manifests.ts';
import { NAMESPACE_NAME_KEY, NAMESPACES, namespaceLabels } from './random-labels.ts';
import { type OwnerSketch, ownerSketch, type PodSketch, podSketch } from './random-pods.ts';
import { type PolicySketch, policySketch } from './random-policies.ts';
import { orAbsent, rarely } from './random-shapes.ts';

interface NamespaceSketch {
  /** Undefined where no manifest tells of the namespace: it exists by being named. */
  readonly labels: Labels | undefined;
  readonly lies: boolean;
}

interface ClusterSketch {
  readonly namespaces: readonly NamespaceSketch[];
  readonly owners: readonly OwnerSketch[];
  readonly pods: readonly PodSketch[];
  readonly policies: readonly PolicySketch[];
  readonly policiesFirst: boolean;
}

const namespaceSketch: fc.Arbitrary<NamespaceSketch> = fc.record({
  labels: orAbsent(namespaceLabels, 4),
  lies: rarely(4),
});

/** Objects of one cluster, in the JSON of the Kubernetes API; every name is unique within its kind and namespace. */
export const randomCluster: fc.Arbitrary<readonly Manifest[]> = fc
  .record<ClusterSketch>({
    namespaces: fc.array(namespaceSketch, { minLength: 1, maxLength: NAMESPACES.length }),
    owners: fc.array(ownerSketch, { maxLength: 2 }),
    pods: fc.array(podSketch, { minLength: 2, maxLength: 7 }),
    policies: fc.array(policySketch, { maxLength: 5 }),
    policiesFirst: fc.boolean(),
  })
  .map(build);

function build({ namespaces, owners, pods, policies, policiesFirst }: ClusterSketch): readonly Manifest[] {
  const names = NAMESPACES.slice(0, namespaces.length);
  const rules = buildPolicies(policies, names);
  const rest = [...namespaces.flatMap(buildNamespace), ...buildPods(pods, owners, names)];
  return policiesFirst ? [...rules, ...rest] : [...rest, ...rules];
}

function buildNamespace({ labels, lies }: NamespaceSketch, index: number): readonly NamespaceManifest[] {
  if (labels === undefined) {
    return [];
  }
  const name = pick(NAMESPACES, index);
  const claim = lies ? { [NAMESPACE_NAME_KEY]: pick(NAMESPACES, index + 1) } : {};
  return [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { ...labels, ...claim } } }];
}

/** Names count per namespace, so that policies of different namespaces share theirs. */
function buildPolicies(policies: readonly PolicySketch[], names: readonly string[]): readonly PolicyManifest[] {
  const counts = new Map<string, number>();
  return policies.map(({ namespace: number, spec }) => {
    const namespace = pick(names, number);
    const count = (counts.get(namespace) ?? 0) + 1;
    counts.set(namespace, count);
    const home = namespace === 'default' && count % 2 === 0 ? {} : { namespace };
    return {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: `policy-${count}`, ...home },
      ...(spec !== undefined && { spec }),
    };
  });
}
