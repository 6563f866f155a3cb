/**
 * A peer of a NetworkPolicy rule as rules see it: the namespaces and pods of the bundle it means, or its block of
 * addresses (https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors).
 */

import { type Cidr, parseCidr } from '../../algebra/cidr.ts';
import type { Field } from '../../kubernetes/field.ts';
import type { PodIndex } from './pod-index.ts';
import type { PodSelection } from './pod-selection.ts';
import { type Requirement, requirementsText, selectorRequirements } from './requirements.ts';

export interface PodPeer {
  readonly kind: 'pods';
  /** The item of `from` or `to`. */
  readonly field: Field;
  /** Absent where it means the policy's own namespace. */
  readonly namespaceRequirements: readonly Requirement[] | undefined;
  /** Absent where it means all pods. */
  readonly podRequirements: readonly Requirement[] | undefined;
  /** Names of the namespaces of the bundle that it means. */
  readonly namespaces: readonly string[];
  readonly selected: PodSelection;
}

export interface BlockPeer {
  readonly kind: 'block';
  readonly field: Field;
  readonly cidr: Cidr;
  readonly excepts: readonly Cidr[];
}

export type PeerView = PodPeer | BlockPeer;

export interface PeerSpace {
  readonly pods: PodIndex;
  namespacesWith(requirements: readonly Requirement[]): readonly string[];
}

/** Undefined where it cannot be read. */
export function peerView(field: Field, home: string, space: PeerSpace): PeerView | undefined {
  const block = field.at('ipBlock');
  if (!block.absent) return blockPeer(field, block);
  const [pods, namespaces] = [field.at('podSelector'), field.at('namespaceSelector')];
  if (pods.absent && namespaces.absent) return undefined;
  const namespaceRequirements = namespaces.absent ? undefined : selectorRequirements(namespaces);
  const podRequirements = pods.absent ? undefined : selectorRequirements(pods);
  const names = namespaceRequirements ? space.namespacesWith(namespaceRequirements) : [home];
  const key = namespaceRequirements ? `of ${requirementsText(namespaceRequirements)}` : `in ${home}`;
  const selected = space.pods.selectAcross(key, names, podRequirements ?? []);
  return { kind: 'pods', field, namespaceRequirements, podRequirements, namespaces: names, selected };
}

function blockPeer(field: Field, block: Field): BlockPeer | undefined {
  const cidr = parseCidr(block.stringAt('cidr') ?? '');
  const excepts = block.itemsAt('except').flatMap((item) => parseCidr(item.string() ?? '') ?? []);
  return cidr ? { kind: 'block', field, cidr, excepts } : undefined;
}
