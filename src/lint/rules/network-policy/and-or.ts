/** Two peers of one rule that were surely meant as one: the namespaces of the first with the pods of the second. */

import type { PeerView, PodPeer } from '../../context/peer-view.ts';
import { meetsAll } from '../../context/requirements.ts';

/**
 * The peer, with a selector of other namespaces alone, that a peer with a selector of pods alone belongs to: at home
 * nobody is meant by it, and there somebody is.
 */
export function joinable(peers: readonly PeerView[], peer: PodPeer): PodPeer | undefined {
  if (peer.namespaceRequirements || !peer.podRequirements || !peer.selected.isEmpty) return undefined;
  const requirements = peer.podRequirements;
  return peers.find((other): other is PodPeer => {
    if (other.kind === 'block' || !other.namespaceRequirements || other.podRequirements) return false;
    return other.selected.pods.some(({ labels }) => meetsAll(labels, requirements));
  });
}
