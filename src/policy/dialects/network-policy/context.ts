/** What the readers of NetworkPolicies hand down: what all policies share, and what one policy says of all its rules. */

import type { Cidr } from '../../../algebra/cidr.ts';
import type { CompileContext } from '../../dialect.ts';
import type { Direction, PortSpec } from '../../rule.ts';
import type { Predicate, Selector } from '../../selector.ts';

/** What was read before, by its text: policies say the same few things again and again. */
export class Known {
  readonly ports = new Map<string, PortSpec>();
  /** Null where the text is no block. */
  readonly blocks = new Map<string, Cidr | null>();
}

export interface Shared extends CompileContext {
  readonly known: Known;
}

export interface RuleContext {
  readonly shared: Shared;
  /** That a namespace is the policy's own. */
  readonly home: Predicate;
  readonly subject: Selector;
  readonly direction: Direction;
}
