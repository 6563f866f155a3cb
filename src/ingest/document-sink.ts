/** Who takes documents as they are read, one after another, and says what must be kept of each. */

import type { Source } from './document.ts';
import type { ParsedDocument } from './parsed-document.ts';

/**
 * `head`: what it is called and where it stands. `text`: its text also, for places inside it and for reading it again.
 * `value`: its value also, for it is read before long.
 */
export type Kept = 'head' | 'text' | 'value';

export interface DocumentSink {
  /** The document's value is there while this runs. */
  take(document: ParsedDocument): Kept;
  /** Whether a file is no file of documents but one that the sink reads for itself; it is kept whole then. */
  claims?(source: Source): boolean;
}
