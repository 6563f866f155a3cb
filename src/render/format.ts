/** What a format is: a name for `?format=`, a media type for `Accept`, and a way to write an answer from one view. */

import type { Answer } from './answer.ts';

export interface Format {
  /** As in `?format=`. */
  readonly name: string;
  /** As in `Accept`, without parameters. */
  readonly mediaType: string;
  /** Parameters of the `Content-Type`, such as `charset=utf-8`; JSON has none (RFC 8259 §11). */
  readonly parameters?: string;
  /** What a reader of the reference should know. */
  readonly description: string;
  /** The whole text, or chunks of it that are computed while they are read. */
  write(answer: Answer): string | Iterable<string>;
}
