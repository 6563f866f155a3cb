/** What rules are laid out on: classes or blocks of nodes, none of which crosses zones. */

import type { Blocks } from './partition.ts';

export interface Space extends Blocks {
  /** The zone of each block. */
  readonly zones: Uint8Array;
}

/** `zones` are those of the nodes. */
export function spaceOf({ of, count }: Blocks, zones: Uint8Array): Space {
  const own = new Uint8Array(count);
  for (let node = 0; node < of.length; node++) own[of[node] as number] = zones[node] as number;
  return { of, count, zones: own };
}
