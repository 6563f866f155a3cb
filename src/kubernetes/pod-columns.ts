/**
 * What tells the pods that exist from each other: name, node, addresses and labels of their own, in columns that all
 * sets of pods of a cluster share. A dump of a cluster shows 150,000 pods, and lists for every set would take more room
 * than what is in them.
 */

import type { Address } from '../algebra/cidr.ts';
import type { OwnLabels } from './own-labels.ts';

export interface PodRow {
  readonly name: string;
  readonly node: string | undefined;
  readonly addresses: readonly Address[];
  readonly own: OwnLabels | undefined;
}

const NO_ADDRESS: readonly Address[] = [];

export class PodColumns {
  #count = 0;
  readonly #names: string[];
  /** Of a pod with one IPv4 address, as most have, its 32 bits; 0 for others. */
  readonly #points: Int32Array;
  /** Of pods with several addresses, of IPv6, or with that of 32 zeros. */
  readonly #others = new Map<number, readonly Address[]>();
  /** Absent while no pod has one. */
  #nodes: (string | undefined)[] | undefined;
  readonly #own = new Map<number, OwnLabels>();

  /** `size`: how many pods there will be. */
  constructor(size: number) {
    this.#names = new Array<string>(size);
    this.#points = new Int32Array(size);
  }

  /** Where the next pod will be. */
  get count(): number {
    return this.#count;
  }

  add({ name, node, addresses, own }: PodRow): void {
    const index = this.#count++;
    this.#names[index] = name;
    const point = pointOf(addresses);
    if (point !== 0) this.#points[index] = point;
    else if (addresses.length > 0) this.#others.set(index, addresses);
    if (node !== undefined) {
      this.#nodes ??= new Array<string | undefined>(this.#points.length);
      this.#nodes[index] = node;
    }
    if (own !== undefined) this.#own.set(index, own);
  }

  at(index: number): PodRow {
    return {
      name: this.#names[index] ?? '',
      node: this.#nodes?.[index],
      addresses: addressesOf(this.#points[index] ?? 0) ?? this.#others.get(index) ?? NO_ADDRESS,
      own: this.#own.get(index),
    };
  }
}

function pointOf(addresses: readonly Address[]): number {
  const [only] = addresses;
  return only?.family === 'IPv4' && addresses.length === 1 ? only.value | 0 : 0;
}

function addressesOf(point: number): readonly Address[] | undefined {
  return point === 0 ? undefined : [{ family: 'IPv4', value: point >>> 0 }];
}
