/** How many nodes of each role there are, and how many pairs that makes with another node. */

import { FOCUS, PEER, type Role } from './roles.ts';

/** Pairs, and of those the ones of which something is unknown. */
export interface PairCount {
  readonly pairs: number;
  readonly doubtful: number;
}

export class Tally {
  focus = 0;
  peers = 0;
  both = 0;

  clear(): void {
    this.focus = 0;
    this.peers = 0;
    this.both = 0;
  }

  addNode(role: Role): void {
    if ((role & FOCUS) !== 0) this.focus++;
    if ((role & PEER) !== 0) this.peers++;
    if (role === (FOCUS | PEER)) this.both++;
  }

  /** How many pairs are asked for that lead from a node of a role to these; where none lead `into`, only peers count. */
  pairsFrom(role: Role, { out, into }: { readonly out: boolean; readonly into: boolean }): number {
    const leadsOut = out && (role & FOCUS) !== 0;
    const leadsInto = into && (role & PEER) !== 0;
    const twice = leadsOut && leadsInto ? this.both : 0;
    return (leadsOut ? this.peers : 0) + (leadsInto ? this.focus : 0) - twice;
  }
}
