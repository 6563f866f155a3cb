/**
 * What a dialect is: it claims kinds of documents and compiles them to tiers. The registry lists the dialects; the
 * engine never learns their names.
 */

import type { Document } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import type { Policy } from './rule.ts';
import type { SelectorPool } from './selector-pool.ts';
import type { Tier } from './stack.ts';

export interface CompileOptions {
  /** The namespace of objects that name none. */
  readonly namespace: string;
  /** Whether a block of addresses in a policy also means the pods that have such an address. */
  readonly ipBlockPods: 'match' | 'ignore';
}

/** What all dialects of one compilation share. */
export interface CompileContext extends CompileOptions {
  readonly selectors: SelectorPool;
}

/** A tier and where it goes: the layer by name, and in it ascending by `rank`. Tiers of one rank are joined to one. */
export interface PlacedTier {
  readonly layer: 'cni' | 'network' | 'mesh';
  readonly rank: number;
  readonly tier: Tier;
  /** Of each group, ascending: their order among the groups of other tiers of this rank. Absent: they have none. */
  readonly priorities?: readonly number[];
}

export interface Compiled {
  readonly tiers: readonly PlacedTier[];
  /** The user's own policies that are in force. */
  readonly policies: readonly Policy[];
  readonly findings: readonly Finding[];
  /** Objects that the API server would refuse, so that they are not in force. */
  readonly refused: number;
}

export interface Dialect<Model> {
  readonly name: string;
  claims(group: string, kind: string): boolean;
  /** Begins to read the documents of a bundle that it claims. */
  begin(context: CompileContext): PolicyReader<Model>;
}

/** The policies of one dialect, while a bundle is read: what of a document is not kept here may be let go of. */
export interface PolicyReader<Model> {
  take(document: Document): void;
  /** After the last document; `model` is what the rest of the bundle became. The reader is of no more use then. */
  finish(model: Model): Compiled;
}

/** Of a dialect whose policies depend on the rest of the bundle, or are few: all of them are read after it. */
export function readAtEnd<Model>(
  compile: (documents: readonly Document[], model: Model) => Compiled,
): PolicyReader<Model> {
  const documents: Document[] = [];
  return {
    take: (document) => {
      documents.push(document);
    },
    finish: (model) => compile(documents, model),
  };
}
