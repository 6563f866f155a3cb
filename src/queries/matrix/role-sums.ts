/** How many nodes of each role there are in neighbouring classes, however many classes those are. */

import type { ClassRoles } from './class-roles.ts';

export class RoleSums {
  /** By class: how many nodes of a role are in the classes before it. */
  readonly focus: Int32Array;
  readonly peers: Int32Array;
  readonly both: Int32Array;

  constructor({ focus, peers, both }: ClassRoles) {
    this.focus = sumsOf(focus);
    this.peers = peers === focus ? this.focus : sumsOf(peers);
    this.both = both === focus ? this.focus : sumsOf(both);
  }
}

function sumsOf(counts: Int32Array): Int32Array {
  const sums = new Int32Array(counts.length + 1);
  for (let id = 0; id < counts.length; id++) sums[id + 1] = (sums[id] as number) + (counts[id] as number);
  return sums;
}
