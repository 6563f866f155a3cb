/** The nodes of reach by the workloads of the bundle, and what policies could ever let in to them. */

import { type ConnectionSet, union } from '../../algebra/connection-set.ts';
import { portsAt } from '../../engine/port-names.ts';
import type { Reach } from '../../engine/reach.ts';
import { entryOf, pushTo } from '../../util/ordering.ts';
import type { PodTemplate } from './pod-template.ts';

const NONE: readonly number[] = [];

interface Admitted {
  readonly ports: ConnectionSet;
}

export class ReachNodes {
  readonly #reach: Reach;
  readonly #byWorkload = new Map<string, number[]>();
  readonly #admitted = new Map<number, Admitted>();

  constructor(reach: Reach) {
    this.#reach = reach;
    for (const [i, node] of reach.nodes.entries()) {
      if (node.kind === 'endpoint') pushTo(this.#byWorkload, node.endpoint.workload, i);
    }
  }

  /** None where the API server would refuse the object. */
  of({ object }: PodTemplate): readonly number[] {
    return this.#byWorkload.get(object.id) ?? NONE;
  }

  /** What a node's own side lets in from some peer or other, whether or not the bundle shows one. */
  admittedAt(node: number): ConnectionSet {
    return entryOf(this.#admitted, node, () => {
      const { allow, unknown } = this.#reach.decideAgainst(node, 'ingress', {
        match: () => 'maybe',
        ports: ({ rule }) => portsAt(rule.ports, this.#reach.nodes[node]),
      });
      return { ports: union(allow, unknown) };
    }).ports;
  }
}
