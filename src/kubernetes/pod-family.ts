/** The pods that exist of one owner, while a bundle is read: those that are alike are one set. */

import type { Origin } from '../ingest/document.ts';
import { type OwnLabels, ownLabels } from './own-labels.ts';
import type { PodGroup } from './pod-group.ts';
import { PodSet, shapeOf } from './pod-set.ts';

export class PodFamily {
  /** The id of the owner, or that of the pod itself where it has none. */
  readonly id: string;
  /** Where the pod stands that the family is named after. */
  own: Origin | undefined;
  /** Of the pods it has had, where the one with the least name stands. */
  #first: { readonly name: string; readonly origin: Origin } | undefined;
  /** One set stands alone, for most owners have no other. */
  #only: PodSet | undefined;
  /** By what their pods share. */
  #several: Map<string, PodSet> | undefined;
  #last: PodSet | undefined;

  constructor(id: string) {
    this.id = id;
  }

  /** Those that hold a pod. */
  get sets(): PodSet[] {
    const all = this.#several ? [...this.#several.values()] : this.#only ? [this.#only] : [];
    return all.filter((set) => set.size > 0);
  }

  get first(): { readonly name: string; readonly origin: Origin } | undefined {
    return this.#first;
  }

  add(name: string, group: PodGroup, origin: Origin): void {
    const own = ownLabels(group.labels);
    this.#setOf(group, own).add(name, group, own);
    if (!this.#first || name <= this.#first.name) this.#first = { name, origin };
  }

  remove(name: string): void {
    for (const set of this.sets) set.remove(name);
  }

  #setOf(group: PodGroup, own: OwnLabels | undefined): PodSet {
    if (!this.#last?.takes(group, own)) this.#last = this.#find(group);
    return this.#last;
  }

  #find(group: PodGroup): PodSet {
    if (!this.#only) {
      this.#only = new PodSet(group);
      return this.#only;
    }
    this.#several ??= new Map([[this.#only.shape, this.#only]]);
    const shape = shapeOf(group);
    const set = this.#several.get(shape) ?? new PodSet(group);
    this.#several.set(shape, set);
    return set;
  }
}
