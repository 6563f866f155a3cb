/**
 * Pods that exist, of one owner, and that differ in nothing but their name, their node, their addresses and the labels
 * that tell them from each other, while a bundle is read.
 */

import type { Address } from '../algebra/cidr.ts';
import { compareText } from '../util/ordering.ts';
import type { SharedLists } from '../util/shared-lists.ts';
import { LivePods } from './live-pods.ts';
import { type OwnLabels, sharedLabels, shares } from './own-labels.ts';
import type { ContainerPort } from './pod.ts';
import type { PodColumns } from './pod-columns.ts';
import type { PodGroup, PodShape } from './pod-group.ts';
import type { PodLabels } from './pod-labels.ts';

/** Of a pod with one IPv4 address, as most have, its 32 bits as a signed number, which takes the least memory. */
type Addresses = number | readonly Address[];

const NO_ADDRESS: readonly Address[] = [];

export class PodSet {
  readonly hostNetwork: boolean;
  readonly #labels: PodLabels;
  readonly #ports: readonly ContainerPort[];
  readonly #names: string[] = [];
  readonly #addresses: Addresses[] = [];
  /** Absent while no pod has one. */
  #nodes: (string | undefined)[] | undefined;
  #own: (OwnLabels | undefined)[] | undefined;

  /** For pods like this one. */
  constructor({ labels, ports, hostNetwork }: PodShape) {
    this.#labels = sharedLabels(labels);
    this.#ports = ports;
    this.hostNetwork = hostNetwork;
  }

  get size(): number {
    return this.#names.length;
  }

  get names(): readonly string[] {
    return this.#names;
  }

  /** Whether a pod is like those of the set, but for labels of its own. */
  takes({ labels, ports, hostNetwork }: PodShape, own: OwnLabels | undefined): boolean {
    if (hostNetwork !== this.hostNetwork || !samePorts(ports, this.#ports)) return false;
    return shares(this.#labels, labels, own);
  }

  /** What `shapeOf` gives for the pods it takes. */
  get shape(): string {
    return shapeOf({ labels: this.#labels, ports: this.#ports, hostNetwork: this.hostNetwork });
  }

  add(name: string, { node, addresses }: PodGroup, own: OwnLabels | undefined): void {
    const index = this.#names.push(name) - 1;
    this.#addresses.push(compact(addresses));
    if (node !== undefined) this.#nodes ??= [];
    if (own !== undefined) this.#own ??= [];
    if (this.#nodes) this.#nodes[index] = node;
    if (this.#own) this.#own[index] = own;
  }

  remove(name: string): void {
    const index = this.#names.indexOf(name);
    for (const column of [this.#names, this.#addresses, this.#nodes, this.#own]) {
      if (index >= 0) column?.splice(index, 1);
    }
  }

  /** Once no pod is added any more: puts them into columns, in the order of their names. */
  settle(shared: SharedLists<ContainerPort>, columns: PodColumns): LivePods {
    const names = this.#names;
    const order = [...names.keys()];
    if (names.some((name, i) => i > 0 && name < (names[i - 1] ?? ''))) {
      order.sort((a, b) => compareText(names[a] ?? '', names[b] ?? ''));
    }
    for (const i of order) {
      const [name = '', addresses = NO_ADDRESS] = [names[i], this.#addresses[i]];
      columns.add({ name, addresses: spread(addresses), node: this.#nodes?.[i], own: this.#own?.[i] });
    }
    const { hostNetwork } = this;
    return new LivePods({ labels: this.#labels, ports: shared.of(this.#ports), hostNetwork }, columns, names.length);
  }
}

/** Equal for pods that one set takes. */
export function shapeOf({ labels, ports, hostNetwork }: PodShape): string {
  return JSON.stringify([[...sharedLabels(labels)].sort(), ports, hostNetwork]);
}

function compact(addresses: readonly Address[]): Addresses {
  const [only] = addresses;
  if (only === undefined) return NO_ADDRESS;
  return only.family === 'IPv4' && addresses.length === 1 ? only.value | 0 : addresses;
}

function spread(addresses: Addresses): readonly Address[] {
  return typeof addresses === 'number' ? [{ family: 'IPv4', value: addresses >>> 0 }] : addresses;
}

function samePorts(a: readonly ContainerPort[], b: readonly ContainerPort[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((port, i) => {
    const other = b[i];
    return port.port === other?.port && port.name === other.name && port.protocol === other.protocol;
  });
}
