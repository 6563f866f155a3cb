/**
 * A Compose document before it is merged: values with the tags `!reset` and `!override` still on them, and every `<<`
 * still in its place (https://docs.docker.com/reference/compose-file/merge/). An aliased node is one object, however
 * often it is named; `size` counts it as often as it is named, so that a walk may be refused before it begins.
 */

import type { ComposeScalar } from './compose-scalar.ts';

export type ComposeTag = '' | 'reset' | 'override';

interface Tagged {
  readonly tag: ComposeTag;
  /** Nodes in it, itself and expanded aliases included. */
  readonly size: number;
  /** Levels of nesting; a scalar has none. */
  readonly height: number;
}

export interface TaggedScalar extends Tagged, ComposeScalar {
  readonly kind: 'scalar';
}

export interface TaggedList extends Tagged {
  readonly kind: 'list';
  readonly items: readonly TaggedNode[];
}

export interface TaggedMapping extends Tagged {
  readonly kind: 'mapping';
  readonly entries: readonly TaggedEntry[];
}

export type TaggedNode = TaggedScalar | TaggedList | TaggedMapping;

export interface TaggedEntry {
  readonly key: string;
  /** Whether YAML reads the key as text; a plain `80:` is a number, which the loader refuses. */
  readonly isText: boolean;
  /** Whether it is the merge key `<<` (https://yaml.org/type/merge.html). */
  readonly merge: boolean;
  readonly value: TaggedNode;
}
