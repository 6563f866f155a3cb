/** A pattern as a tree, before it is compiled. */

import type { Ranges } from './ranges.ts';

export type Tree =
  | { readonly kind: 'empty' }
  | { readonly kind: 'char'; readonly ranges: Ranges }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Tree[] }
  | { readonly kind: 'repeat'; readonly of: Tree; readonly min: number; readonly max: number };

export type Assertion = 'start' | 'end' | 'line-start' | 'line-end' | 'word' | 'no-word';

/** Thrown inside this folder for what is not read. */
export class NotRead {}
