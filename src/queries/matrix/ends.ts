/** The ends of pairs, as answers name them. */

import type { AddressRange } from '../../algebra/address-set.ts';
import type { Reach } from '../../engine/reach.ts';
import type { Endpoint } from '../../policy/endpoint.ts';

/** An endpoint, an entry controller, or a merged range of outside addresses. */
export type End = NamedEnd | OutsideEnd;

export interface NamedEnd {
  readonly kind: 'endpoint' | 'entry';
  readonly id: string;
  readonly node: number;
  readonly endpoint: Endpoint;
}

export interface OutsideEnd {
  readonly kind: 'outside';
  readonly id: string;
  /** The first of the nodes that are merged: what holds for it holds for all. */
  readonly node: number;
  readonly range: AddressRange;
}

/** The nodes of a reach that are no outside addresses, as ends; each is made once. */
export class NamedEnds {
  readonly #nodes: Reach['nodes'];
  readonly #known: (NamedEnd | undefined)[] = [];

  constructor({ nodes }: Reach) {
    this.#nodes = nodes;
  }

  at(node: number): NamedEnd {
    const known = this.#known[node];
    if (known) return known;
    const found = this.#nodes[node];
    if (!found || found.kind === 'outside') throw new Error(`node ${node} is no endpoint`);
    const { kind, endpoint } = found;
    const end: NamedEnd = { kind, id: endpoint.id, node, endpoint };
    this.#known[node] = end;
    return end;
  }
}

/** Whether both are pods of one workload. */
export function areOneWorkload(a: NamedEnd, b: NamedEnd): boolean {
  return a.kind === 'endpoint' && b.kind === 'endpoint' && a.endpoint.workload === b.endpoint.workload;
}
