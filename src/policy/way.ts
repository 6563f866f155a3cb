/**
 * A way: one manner of getting from one endpoint to another, with the policies that watch it. What can be reached is
 * the union over all ways.
 */

import type { PolicyStack } from './stack.ts';

export interface Way {
  /** How: `pod` is straight to the destination's own address and port. */
  readonly via: 'pod';
  readonly stack: PolicyStack;
}
