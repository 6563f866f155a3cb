/**
 * Fills variables into the values of a document, never into its keys, and casts texts where the specification wants a
 * boolean or a number. Every value that fails is reported; it is then taken away, so that what follows can go on.
 */

import type { Budget } from './budget.ts';
import { CAST_NOUNS, type Cast, castText, EARLY_CASTS } from './casts.ts';
import { mapChildren, type Node, type ScalarNode, text } from './node.ts';
import type { Report } from './report.ts';
import { type Rules, rulesOf, under } from './rules.ts';
import { fillIn, type Lookup, type TemplateFault } from './template.ts';

const CASTS: Rules<Cast> = rulesOf(EARLY_CASTS);

export interface Interpolation {
  readonly lookup: Lookup;
  readonly budget: Budget;
  readonly report: Report;
  /** Variables that were said to be unset; said once for a project. */
  readonly unset: Set<string>;
}

/** Undefined where the whole document fails. */
export function interpolate(root: Node, context: Interpolation): Node | undefined {
  return walk(root, context, CASTS);
}

function walk(node: Node, context: Interpolation, rules: Rules<Cast> | undefined): Node | undefined {
  if (node.kind === 'scalar') return interpolateScalar(node, context, rules?.rule);
  return mapChildren(node, (child, key) => walk(child, context, under(rules, key)));
}

function interpolateScalar(node: ScalarNode, context: Interpolation, cast: Cast | undefined): ScalarNode | undefined {
  if (typeof node.value !== 'string') return node;
  const { origin } = node;
  const { report, budget, lookup } = context;
  const {
    text: value,
    filled,
    unset,
    fault,
  } = fillIn(node.value, lookup, (count) => budget.spend('text', count, origin));
  if (fault) {
    report.refuse('CMP037', origin, faultText(fault));
    return undefined;
  }
  for (const name of unset) {
    if (context.unset.has(name)) continue;
    context.unset.add(name);
    const message = `The variable ${name} is not set, so nothing is filled in. Give it in env or in a .env file.`;
    report.note('CMP038', 'warning', origin, message);
  }
  if (!cast) return value === node.value ? node : text(origin, value, node.filled || filled);
  const casted = castText(value, cast);
  if (casted) return { ...node, value: casted.value, text: String(casted.value), float: casted.float, filled };
  report.refuse('CMP037', origin, `The value must be ${CAST_NOUNS[cast]}.`);
  return undefined;
}

function faultText(fault: TemplateFault): string {
  switch (fault.kind) {
    case 'malformed':
      return 'A variable reference is malformed. Write $NAME, or the name in braces with an operator such as :- behind it, and $$ for a dollar sign.';
    case 'too-deep':
      return 'Variable references nest too deep here.';
    case 'required': {
      const reason = fault.reason === '' ? '' : ` The file says: ${fault.reason}`;
      return `The variable ${fault.variable} is required and has no value. Give it in env or in a .env file.${reason}`;
    }
  }
}
