/**
 * One side of every connection over one way: what the policies about a subject let it exchange with a peer. Layers must
 * all agree, and the tiers of a layer follow each other.
 */

import type { Direction } from '../policy/rule.ts';
import { type Bits, emptyBits, hasBit } from './bits.ts';
import type { Partition } from './partition.ts';
import type { TierSide } from './tier-side.ts';

export class Side {
  readonly direction: Direction;
  /** Layer by layer; tiers that say nothing in this direction are left out. */
  readonly layers: readonly (readonly TierSide[])[];
  readonly #nodes: number;
  #ended: Bits | undefined;

  /** `nodes`: how many there are. */
  constructor(direction: Direction, layers: readonly (readonly TierSide[])[], nodes: number) {
    this.direction = direction;
    this.#nodes = nodes;
    this.layers = layers.map((tiers) => tiers.filter((tier) => !tier.isIdle));
  }

  get tiers(): TierSide[] {
    return this.layers.flat();
  }

  /** Whether some rule asks for a port by name. */
  get isNaming(): boolean {
    return this.tiers.some((tier) => tier.isNaming);
  }

  splitSubjects(partition: Partition): void {
    for (const tier of this.tiers) tier.splitSubjects(partition);
  }

  splitPeers(partition: Partition): void {
    for (const tier of this.tiers) tier.splitPeers(partition);
  }

  /** Whether some tier ends for a node: policies shut what they do not open, surely or possibly. */
  isEnded(node: number): boolean {
    this.#ended ??= this.#endedNodes();
    return hasBit(this.#ended, node);
  }

  #endedNodes(): Bits {
    const ended = emptyBits(this.#nodes);
    for (const { sure, maybe } of this.tiers.flatMap((tier) => tier.endsOf)) {
      sure.addTo(ended);
      maybe?.addTo(ended);
    }
    return ended;
  }
}
