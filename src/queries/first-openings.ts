/**
 * Which of some openings is the first that leads to a node. A Service leads to pods of its own namespace
 * (https://kubernetes.io/docs/concepts/services-networking/service/), so that few are asked about each node, and no sets
 * are made of what all of them lead to.
 */

import { selects } from '../engine/membership.ts';
import { labelled } from '../engine/node.ts';
import type { Reach } from '../engine/reach.ts';
import type { Selector } from '../policy/selector.ts';
import type { Opening } from '../policy/way.ts';
import { pushTo } from '../util/ordering.ts';
import { endpointsOf } from './selections.ts';

/** The position of an opening, and which pods of the namespace it leads to. */
interface Door {
  readonly at: number;
  readonly selector: Selector;
}

/** Of more openings in one namespace, sets are made. */
const FEW = 64;

export class FirstOpenings {
  readonly #reach: Reach;
  readonly #byNamespace = new Map<string, Door[]>();
  /** By node, of the openings that are not asked one by one. */
  readonly #known = new Map<number, number>();
  readonly #found = new Map<number, number>();

  constructor(reach: Reach, openings: readonly Opening[]) {
    this.#reach = reach;
    for (const [at, opening] of openings.entries()) this.#add(opening, at);
  }

  #add({ to, at: port }: Opening, at: number): void {
    const namespace = port.slice(0, port.indexOf('/'));
    const doors = this.#byNamespace.get(namespace) ?? [];
    if (to.kind === 'endpoints' && doors.length < FEW) {
      pushTo(this.#byNamespace, namespace, { at, selector: to.selector });
      return;
    }
    for (const node of endpointsOf(this.#reach, this.#reach.targetsOf(to))) {
      if (!this.#known.has(node)) this.#known.set(node, at);
    }
  }

  /** Its position; infinite where none leads to any of the nodes. */
  any(nodes: Int32Array): number {
    return nodes.reduce((first, node) => Math.min(first, this.#at(node)), Number.POSITIVE_INFINITY);
  }

  #at(node: number): number {
    const found = this.#found.get(node) ?? this.#find(node);
    this.#found.set(node, found);
    return found;
  }

  #find(node: number): number {
    const endpoint = labelled(this.#reach.nodes[node]);
    const doors = this.#byNamespace.get(endpoint?.namespace ?? '') ?? [];
    const door = endpoint && doors.find(({ selector }) => selects(selector, endpoint) !== 'no');
    return Math.min(door?.at ?? Number.POSITIVE_INFINITY, this.#known.get(node) ?? Number.POSITIVE_INFINITY);
  }
}
