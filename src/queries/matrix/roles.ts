/** What a query wants of each node: to be in focus, or at the other end of what is. Without a focus all are both. */

import type { Node } from '../../engine/node.ts';
import { named } from '../focus.ts';
import type { MatrixQuery } from './query.ts';

/** A set of the two bits. */
export type Role = number;
export const FOCUS: Role = 1;
export const PEER: Role = 2;
const NEITHER: Role = 0;
const BOTH: Role = FOCUS | PEER;

/** Outside addresses have one role all together. */
export function outsideRole({ external, focus, focusPeer }: MatrixQuery): Role {
  if (!external) return NEITHER;
  if (focus.length === 0) return BOTH;
  return focusPeer.length === 0 ? PEER : NEITHER;
}

/** Only endpoints can be in focus, and only they can be named as its peers. */
export function rolesOf(nodes: readonly Node[], query: MatrixQuery): Uint8Array {
  const { focus, focusPeer } = query;
  const inFocus = named(focus);
  const isPeer = focusPeer.length > 0 ? named(focusPeer) : () => true;
  return Uint8Array.from(nodes, (node) => {
    if (node.kind === 'outside') return outsideRole(query);
    const beyond = node.endpoint.beyond;
    if (beyond === 'external' && !query.external) return NEITHER;
    // Of two ends that no file declares nothing is asked.
    if (focus.length === 0) return beyond === undefined ? BOTH : PEER;
    if (node.kind === 'entry') return focusPeer.length === 0 ? PEER : NEITHER;
    return (inFocus(node.endpoint) ? FOCUS : NEITHER) | (isPeer(node.endpoint) ? PEER : NEITHER);
  });
}
