/** The pods of a set once all have been read: what they share, and which rows of the columns are theirs. */

import { joinLabels } from './own-labels.ts';
import type { ContainerPort } from './pod.ts';
import type { PodColumns } from './pod-columns.ts';
import type { PodGroup, PodShape } from './pod-group.ts';
import type { PodLabels } from './pod-labels.ts';

export class LivePods implements Iterable<PodGroup>, PodShape {
  readonly labels: PodLabels;
  readonly ports: readonly ContainerPort[];
  readonly hostNetwork: boolean;
  readonly size: number;
  readonly #columns: PodColumns;
  readonly #start: number;

  /** Of the last `size` rows. */
  constructor({ labels, ports, hostNetwork }: PodShape, columns: PodColumns, size: number) {
    this.labels = labels;
    this.ports = ports;
    this.hostNetwork = hostNetwork;
    this.size = size;
    this.#columns = columns;
    this.#start = columns.count - size;
  }

  /** A group for every pod, made one at a time. */
  *[Symbol.iterator](): Generator<PodGroup> {
    const { labels: shared, ports, hostNetwork } = this;
    for (let i = 0; i < this.size; i++) {
      const { name, node, addresses, own } = this.#columns.at(this.#start + i);
      yield { labels: joinLabels(shared, own), ports, hostNetwork, node, addresses, pods: [name] };
    }
  }
}
