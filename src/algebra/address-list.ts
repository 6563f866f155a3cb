/**
 * Addresses in their order, for where there are many: a dump of a cluster shows one for each of 150,000 pods, and an
 * object for each would take five times the room.
 */

import type { Address } from './cidr.ts';

/** What a list of addresses and an array of them have in common. */
export interface Addresses extends Iterable<Address> {
  readonly length: number;
}

export class AddressList implements Addresses {
  /** Of IPv4 the 32 bits as a signed number, which takes the least memory; of IPv6 the point. */
  #points: (number | bigint)[] = [];

  add(addresses: Iterable<Address>): void {
    for (const { family, value } of addresses) this.#points.push(family === 'IPv4' ? value | 0 : value);
  }

  /** Lets go of the room to grow, which what is kept does not need. */
  trim(): this {
    this.#points = this.#points.slice();
    return this;
  }

  get length(): number {
    return this.#points.length;
  }

  *[Symbol.iterator](): Generator<Address> {
    for (const point of this.#points) {
      if (typeof point === 'number') yield { family: 'IPv4', value: point >>> 0 };
      else yield { family: 'IPv6', value: point };
    }
  }
}
