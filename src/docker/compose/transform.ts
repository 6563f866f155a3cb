/** One step of the canonical form: what becomes of a node at a place that a table names. */

import type { Budget } from './budget.ts';
import type { Node } from './node.ts';
import type { Report } from './report.ts';
import type { Rules } from './rules.ts';

export interface TransformContext {
  readonly budget: Budget;
  readonly report: Report;
}

/** Undefined takes the node away. `rules` are those of the node itself. */
export type Transform = (node: Node, context: TransformContext, rules: Rules<Transform>) => Node | undefined;
