/**
 * Two versions of one random cluster: objects come, go, are renamed, lose labels, or are exchanged for others of the same
 * name; some Services are entered through Ingresses, and some workloads are controllers that show no pods.
 */

import fc from 'fast-check';
import type { BySide } from '../../../src/ingest/index.ts';
import type { Manifest } from '../../oracle/manifests.ts';
import { randomPolicyPicture } from '../../oracle/random-policy-picture.ts';

/** An object of the Kubernetes API, of which only the head is read here. */
export interface KubernetesObject {
  readonly kind: string;
  readonly metadata: Manifest['metadata'];
}

export type Versions = BySide<readonly KubernetesObject[]>;

export const randomObjects: fc.Arbitrary<readonly KubernetesObject[]> = fc
  .tuple(randomPolicyPicture, fc.infiniteStream(fc.nat({ max: 2 })))
  .map(([objects, dice]) => [
    ...objects.map((object) => (dice.next().value === 0 ? asController(object) : object)),
    ...objects.filter(({ kind }) => kind === 'Service').map(ingressTo),
  ]);

export const randomVersions: fc.Arbitrary<Versions> = fc
  .tuple(randomObjects, randomObjects, fc.infiniteStream(fc.nat({ max: 11 })))
  .map(([before, other, dice]) => {
    const changed = before.flatMap((object) => change(object, dice.next().value));
    const more = other.filter(() => dice.next().value <= 2);
    return { before, after: [...changed, ...more] };
  });

function change(object: KubernetesObject, die: number): readonly KubernetesObject[] {
  const { metadata } = object;
  if (die === 0) return [];
  if (die === 1) return [{ ...object, metadata: { ...metadata, name: `${metadata.name}-renamed` } }];
  if (die > 3) return [object];
  const labels = Object.fromEntries(Object.entries(metadata.labels ?? {}).slice(1));
  return [{ ...object, metadata: { ...metadata, labels } }];
}

/** A Deployment in place of a pod that has no owner, with the pod for its template. */
function asController(object: KubernetesObject): KubernetesObject {
  const { kind, metadata, ...rest } = object;
  if (kind !== 'Pod' || metadata.ownerReferences || !('spec' in rest)) return object;
  const { labels, ...named } = metadata;
  const template = { metadata: { labels: { ...labels, made: named.name } }, spec: rest.spec };
  const spec = { selector: { matchLabels: { made: named.name } }, template };
  return Object.assign({ kind: 'Deployment', metadata: named }, { apiVersion: 'apps/v1', spec });
}

function ingressTo(service: KubernetesObject): KubernetesObject {
  const { metadata } = service;
  const defaultBackend = { service: { name: metadata.name, port: { number: 80 } } };
  const head = { kind: 'Ingress', metadata: { ...metadata, name: `into-${metadata.name}` } };
  return Object.assign(head, { apiVersion: 'networking.k8s.io/v1', spec: { defaultBackend } });
}

/** Every NetworkPolicy under another name. */
export function renamed(objects: readonly KubernetesObject[]): readonly KubernetesObject[] {
  return objects.map((object) => {
    const { kind, metadata } = object;
    return kind === 'NetworkPolicy' ? { ...object, metadata: { ...metadata, name: `other-${metadata.name}` } } : object;
  });
}

/** Every NetworkPolicy as several, with a rule each; the directions it is about are written down. */
export function split(objects: readonly KubernetesObject[]): readonly KubernetesObject[] {
  return objects.flatMap((object) => (object.kind === 'NetworkPolicy' && hasSpec(object) ? parts(object) : [object]));
}

interface Rules {
  readonly policyTypes?: readonly string[] | null;
  readonly ingress?: readonly unknown[] | null;
  readonly egress?: readonly unknown[] | null;
}

function hasSpec(object: KubernetesObject): object is KubernetesObject & { readonly spec: Rules } {
  return 'spec' in object && typeof object.spec === 'object' && object.spec !== null;
}

function parts(policy: KubernetesObject & { readonly spec: Rules }): readonly KubernetesObject[] {
  const { policyTypes: given, ingress, egress, ...subject } = policy.spec;
  const implied = (egress?.length ?? 0) > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
  const policyTypes = given && given.length > 0 ? given : implied;
  const rules = [
    ...(ingress ?? []).map((rule) => ({ ingress: [rule] })),
    ...(egress ?? []).map((rule) => ({ egress: [rule] })),
  ];
  return [{}, ...rules].map((own, i) => {
    const metadata = { ...policy.metadata, name: `${policy.metadata.name}-part-${i}` };
    return { ...policy, metadata, spec: { ...subject, policyTypes, ...own } };
  });
}
