/** What rules may ask of reach: who reaches whom, through which policies, and what leads there. */

import type { Reach } from '../../engine/reach.ts';
import type { FrontEnd } from '../../policy/front-end.ts';
import type { Policy } from '../../policy/rule.ts';
import type { PolicyStack } from '../../policy/stack.ts';
import type { Opening } from '../../policy/way.ts';

export interface ReachFacts {
  readonly reach: Reach;
  /** The policies in effect. */
  readonly stack: PolicyStack;
  readonly policies: readonly Policy[];
  readonly frontEnds: readonly FrontEnd[];
  /** From an entry controller. */
  readonly entries: readonly Opening[];
  /** From outside addresses. */
  readonly outside: readonly Opening[];
}
