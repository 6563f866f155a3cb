/**
 * The objects that run pods, while a bundle is read: controllers as they are, and pods merged as soon as they are read.
 * Of two objects with one id the later counts.
 */

import { entryOf } from '../util/ordering.ts';
import { SharedTexts } from '../util/shared-texts.ts';
import type { Owner } from './object.ts';
import { PodFamily } from './pod-family.ts';
import type { PodGroup } from './pod-group.ts';
import { PodNames } from './pod-names.ts';
import { idOf, type WorkloadObject } from './workload.ts';

const POD = '[Pod]';
/** Names that hold little more than a number are the same in many namespaces; longer ones hardly ever are. */
const SHORT = 13;

export class WorkloadDraft {
  readonly #controllers = new Map<string, WorkloadObject>();
  /** The families of pods by their ids. */
  readonly #families = new Map<string, PodFamily>();
  readonly #pods = new PodNames(this.#families);
  /** Names of nodes, each of which stands in every pod on it, and short names of pods. */
  readonly #names = new SharedTexts();
  /** The owner that was asked for last, and its family: pods come owner by owner. */
  #last: (Owner & { readonly namespace: string; readonly family: PodFamily }) | undefined;

  get controllers(): ReadonlyMap<string, WorkloadObject> {
    return this.#controllers;
  }

  get families(): Iterable<PodFamily> {
    return this.#families.values();
  }

  /** Keeps an object; true where it takes the place of one that was kept before. */
  keep(object: WorkloadObject): boolean {
    if (object.live) return this.#keepPod(object);
    const id = idOf(object);
    const known = this.#controllers.has(id);
    this.#controllers.set(id, object);
    return known;
  }

  /** The id of what owns the object of an id. */
  ownerOf(id: string): string | undefined {
    const controller = this.#controllers.get(id);
    if (controller) return controller.owner && idOf({ namespace: controller.namespace, ...controller.owner });
    if (!id.endsWith(POD) || this.#families.get(id)?.own) return undefined;
    const slash = id.indexOf('/');
    const family = this.#pods.familyOf(id.slice(0, slash), id.slice(slash + 1, -POD.length));
    return family?.id === id ? undefined : family?.id;
  }

  /** Lets go of what is only of use while a bundle is read. */
  release(): void {
    for (const map of [this.#controllers, this.#families, this.#pods, this.#names]) map.clear();
    this.#last = undefined;
  }

  #keepPod(object: WorkloadObject): boolean {
    const { namespace, name, owner, terminated, origin, groups } = object;
    const family = owner ? this.#familyOf(namespace, owner) : this.#family(idOf(object));
    const known = this.#pods.put(object, family);
    if (known) forget(known, object);
    // A pod that has ended is none, and yet there is no second of its name.
    if (terminated) return known !== undefined;
    const own = name.length < SHORT ? this.#names.of(name) : name;
    for (const group of groups) family.add(own, this.#onNode(group), origin);
    if (!owner) family.own = origin;
    return known !== undefined;
  }

  #familyOf(namespace: string, { kind, name }: Owner): PodFamily {
    const last = this.#last;
    if (last && last.name === name && last.namespace === namespace && last.kind === kind) return last.family;
    const family = this.#family(idOf({ namespace, name, kind }));
    this.#last = { namespace, name, kind, family };
    return family;
  }

  #family(id: string): PodFamily {
    return entryOf(this.#families, id, () => new PodFamily(id));
  }

  #onNode(group: PodGroup): PodGroup {
    return group.node === undefined ? group : { ...group, node: this.#names.of(group.node) };
  }
}

function forget(family: PodFamily, pod: WorkloadObject): void {
  family.remove(pod.name);
  if (family.id === idOf(pod)) family.own = undefined;
}
