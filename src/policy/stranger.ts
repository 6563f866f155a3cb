/** Somebody beyond the bundle who may exist, so that exposure asks about them. */

import type { Selector } from './selector.ts';

/** Nothing is known of them but a selector. */
export interface Stranger {
  readonly selector: Selector;
  /** The network that it is on, where that is what is known. */
  readonly network?: string;
}
