/**
 * Pods that exist, of one owner, and that differ in nothing but their name, their node, their addresses and the labels
 * that tell them from each other. A dump of a cluster holds 150,000 of them: what they share is there once, and the
 * rest lies in columns.
 */

import type { Address } from '../algebra/cidr.ts';
import { compareText } from '../util/ordering.ts';
import type { SharedLists } from '../util/shared-lists.ts';
import { joinLabels, type OwnLabels, sharedLabels, shares } from './own-labels.ts';
import type { ContainerPort } from './pod.ts';
import type { PodGroup } from './pod-group.ts';
import type { PodLabels } from './pod-labels.ts';

/** Of a pod with one IPv4 address, as most have, its 32 bits as a signed number, which takes the least memory. */
type Addresses = number | readonly Address[];

const NO_ADDRESS: readonly Address[] = [];

export class PodSet {
  readonly hostNetwork: boolean;
  readonly #labels: PodLabels;
  #ports: readonly ContainerPort[];
  #names: string[] = [];
  #addresses: Addresses[] = [];
  /** Absent while no pod has one. */
  #nodes: (string | undefined)[] | undefined;
  #own: (OwnLabels | undefined)[] | undefined;

  /** For pods like this one. */
  constructor({ labels, ports, hostNetwork }: PodGroup) {
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
  takes({ labels, ports, hostNetwork }: PodGroup, own: OwnLabels | undefined): boolean {
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
    if (index >= 0) this.#arrange([...this.#names.keys()].filter((i) => i !== index));
  }

  /** Once no pod is added any more: in the order of their names, and without room to grow. */
  settle(shared: SharedLists<ContainerPort>): this {
    this.#ports = shared.of(this.#ports);
    const order = [...this.#names.keys()];
    const isSorted = this.#names.every((name, i) => i === 0 || (this.#names[i - 1] ?? '') <= name);
    this.#arrange(isSorted ? order : order.sort((a, b) => compareText(this.#names[a] ?? '', this.#names[b] ?? '')));
    return this;
  }

  /** A group for every pod, made one at a time. */
  *groups(): Generator<PodGroup> {
    const [ports, hostNetwork] = [this.#ports, this.hostNetwork];
    for (const [i, name] of this.#names.entries()) {
      const labels = joinLabels(this.#labels, this.#own?.[i]);
      const addresses = spread(this.#addresses[i] ?? NO_ADDRESS);
      yield { labels, ports, hostNetwork, node: this.#nodes?.[i], addresses, pods: [name] };
    }
  }

  #arrange(order: readonly number[]): void {
    this.#names = order.map((i) => this.#names[i] ?? '');
    this.#addresses = order.map((i) => this.#addresses[i] ?? NO_ADDRESS);
    this.#nodes = this.#nodes && order.map((i) => this.#nodes?.[i]);
    this.#own = this.#own && order.map((i) => this.#own?.[i]);
  }
}

/** Equal for pods that one set takes. */
export function shapeOf({ labels, ports, hostNetwork }: Pick<PodGroup, 'labels' | 'ports' | 'hostNetwork'>): string {
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
  if (a.length !== b.length) return false;
  return a.every((port, i) => {
    const other = b[i];
    return port.port === other?.port && port.name === other.name && port.protocol === other.protocol;
  });
}
