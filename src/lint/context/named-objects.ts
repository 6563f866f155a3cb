/**
 * Objects by name, for references: what a name that is not there may have meant, an object of the same namespace whose
 * name differs by a slip, or one of the same name in another namespace.
 */

import { pushTo } from '../../util/ordering.ts';
import type { LintObject } from './lint-object.ts';
import type { NearNames } from './near-names.ts';

export class NamedObjects {
  readonly #near: NearNames;
  readonly #byNamespace = new Map<string, Map<string, LintObject>>();
  readonly #byName = new Map<string, LintObject[]>();

  constructor(objects: readonly LintObject[], near: NearNames) {
    this.#near = near;
    for (const object of objects) {
      const { namespace, name } = object;
      const space = this.#byNamespace.get(namespace) ?? new Map<string, LintObject>();
      this.#byNamespace.set(namespace, space.set(name, object));
      pushTo(this.#byName, name, object);
    }
  }

  get isEmpty(): boolean {
    return this.#byName.size === 0;
  }

  hasAny(namespace: string): boolean {
    return this.#byNamespace.has(namespace);
  }

  get(namespace: string, name: string): LintObject | undefined {
    return this.#byNamespace.get(namespace)?.get(name);
  }

  /** What was likely meant by a name that is not in a namespace. */
  nearest(namespace: string, name: string): LintObject | undefined {
    const space = this.#byNamespace.get(namespace);
    const slip = space ? this.#near.find(name, space.keys()) : undefined;
    return slip === undefined ? this.#byName.get(name)?.[0] : space?.get(slip);
  }
}

/** The end of a sentence about a name that is not in `namespace`: what there is instead. */
export function formatNearest(near: LintObject | undefined, namespace: string): string {
  if (!near) return '';
  return near.namespace === namespace
    ? `; there is ${near.name}`
    : `; there is one of this name in namespace ${near.namespace}`;
}
