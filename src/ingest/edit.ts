/**
 * Edits of documents as whoever suggests them says them: by pointers, not by characters. They are turned into edits of
 * text when an answer is written, see `text-edit.ts`.
 */

import type { JsonValue, LinePosition, Origin } from './document.ts';

/** What to do at a place of a document. */
export type Edit = { readonly at: Origin } & (
  | { readonly kind: 'set'; readonly value: string | number | boolean }
  | { readonly kind: 'rename'; readonly key: string }
  /** Text right before or behind a scalar, which is not shown: it may be a secret. */
  | { readonly kind: 'before' | 'behind'; readonly text: string }
  /** An entry of a mapping, or an item of a list. */
  | { readonly kind: 'remove' }
  /** To the mapping that stands there, behind its other entries. */
  | { readonly kind: 'add'; readonly key: string; readonly value: JsonValue }
  /** To the list that stands there. */
  | { readonly kind: 'append'; readonly value: JsonValue }
  /** An item of a list that is a mapping becomes part of the item before it. */
  | { readonly kind: 'join' }
);

export interface Fix {
  /** What the edits do, in a few words: `Select app=web`. */
  readonly title: string;
  /** Whether it means the same, or what was surely meant; else somebody must look at it. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** The text between two places of a file, by another text. */
export interface TextEdit {
  readonly file: string;
  readonly start: LinePosition;
  /** The first character that stays. */
  readonly end: LinePosition;
  readonly text: string;
}
