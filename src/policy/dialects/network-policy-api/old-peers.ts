/**
 * Peers as network-policy-api v0.1.1 and before had them, under the same `v1alpha1`: a set of namespaces was an object
 * of its own, with `namespaceSelector`, `sameLabels` or `notSameLabels` (`apis/v1alpha1/shared_types.go` of v0.1.1;
 * the changelog tells of their removal). Later API servers refuse them, or drop the fields in silence.
 */

import type { Field } from '../../../kubernetes/field.ts';

const SAME_LABELS =
  'left the API after v0.1.1 and has no successor; write one policy for each group of namespaces, with a selector';

/** Refuses a peer of the old shape, with what to write instead; true where it was one. */
export function refuseOldPeer(peer: Field): boolean {
  const namespaces = peer.at('namespaces');
  const inPods = peer.at('pods').at('namespaces');
  const sameLabels = [namespaces, inPods].flatMap((set) => [set.at('sameLabels'), set.at('notSameLabels')]);
  for (const field of sameLabels) if (!field.absent) field.refuse('SCH002', `${keyOf(field)} ${SAME_LABELS}`);
  const nested = namespaces.at('namespaceSelector');
  if (!nested.absent) {
    nested.refuse('SCH002', 'this is the peer of v0.1.1: write the selector under namespaces itself, without this key');
  }
  if (!inPods.absent) {
    inPods.refuse('SCH002', 'this is the peer of v0.1.1: write pods: { namespaceSelector: …, podSelector: … }');
  }
  return !nested.absent || !inPods.absent || sameLabels.some((field) => !field.absent);
}

function keyOf({ pointer }: Field): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}
