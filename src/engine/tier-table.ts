/** What a tier does between blocks of subjects and blocks of peers, asked from either end. */

import type { Found } from './found.ts';
import type { Blocks } from './partition.ts';

export interface TierTable {
  /** Whether it has something to say to nearly everyone, and tells few apart. */
  readonly broad: boolean;
  readonly subjects: Blocks;
  readonly peers: Blocks;
  /** By block of subjects: what it does with peers of a zone that nothing is found for. */
  bases(zone: number): Int32Array;
  /** By block of peers. It holds until the next one is asked for. */
  ofSubject(subject: number): Found;
  /** By block of subjects. It holds until the next one is asked for. */
  ofPeer(peer: number): Found;
}
