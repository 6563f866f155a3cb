/**
 * The objects of a bundle while it is read, kept for the rules. A dump of a cluster shows every object that a
 * controller made; they are what its template makes them, so of each owner one object of a kind stands for all. What
 * the cluster writes for itself is no concern of rules.
 */

import type { Document } from '../../ingest/document.ts';
import { headOf } from '../../ingest/document.ts';
import { readOwner } from '../../kubernetes/object.ts';
import { LintObject } from './lint-object.ts';

/** Written by the cluster, a great many of them. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['ControllerRevision', 'Event', 'Lease']);

export class ObjectCollector {
  readonly #objects: LintObject[] = [];
  readonly #owned = new Set<string>();
  readonly #defaultNamespace: string;

  constructor(defaultNamespace: string) {
    this.#defaultNamespace = defaultNamespace;
  }

  /** Keeps the object of a document while its value is there; false where no rule will look at it. */
  take(document: Document): boolean {
    const { apiVersion, kind } = headOf(document);
    if (apiVersion === '' || kind === '' || BOOKKEEPING.has(kind)) return false;
    const object = new LintObject(document, this.#defaultNamespace);
    const owner = readOwner(object.metadata);
    if (owner) {
      const family = `${object.namespace}/${owner.name}[${owner.kind}] ${kind}`;
      if (this.#owned.has(family)) return false;
      this.#owned.add(family);
    }
    this.#objects.push(object);
    return true;
  }

  /** In the order of their documents. */
  get objects(): readonly LintObject[] {
    return this.#objects;
  }
}
