/**
 * The validation rules of schemas
 * (https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules):
 * each parsed once, and asked about one value at a time. What cannot be decided here is remembered, and never held
 * against an object. Rules about what an object was before hold of a new one.
 */

import type { JsonValue } from '../../ingest/document.ts';
import type { Effort } from '../effort.ts';
import type { Rule } from '../shape.ts';
import { shown } from '../violation.ts';
import { evaluate } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { parseExpression } from './parse.ts';
import { Undecided } from './values.ts';

/** Rules of a bundle's own definitions are as many as it cares to make up; more are parsed again each time. */
const MOST_KEPT = 5000;
/** So many of those that were not evaluated are listed. */
const MOST_LISTED = 100;

export class RuleBook {
  readonly #parsed = new Map<string, Expression | undefined>();
  readonly #undecided = new Map<string, number>();

  /** What the rules that a value breaks say. */
  broken(value: JsonValue, rules: readonly Rule[], effort: Effort): string[] {
    return rules.flatMap(({ rule, message }) => {
      const holds = /\boldSelf\b/.test(rule) ? true : this.#holds(rule, value, effort);
      if (holds === undefined) this.remember(rule);
      return holds === false ? [message === '' ? `this must hold: ${shown(rule)}` : message] : [];
    });
  }

  /** The rules that could not be decided, and how often. */
  get undecided(): ReadonlyMap<string, number> {
    return this.#undecided;
  }

  #holds(rule: string, value: JsonValue, effort: Effort): boolean | undefined {
    const expression = this.#parse(rule);
    if (!expression) return undefined;
    try {
      const result = evaluate(expression, new Map([['self', value]]), effort);
      return typeof result === 'boolean' ? result : undefined;
    } catch (error) {
      if (error instanceof Undecided) return undefined;
      throw error;
    }
  }

  #parse(rule: string): Expression | undefined {
    if (this.#parsed.has(rule)) return this.#parsed.get(rule);
    const expression = parseExpression(rule);
    if (this.#parsed.size < MOST_KEPT) this.#parsed.set(rule, expression);
    return expression;
  }

  /** That something could not be decided. */
  remember(rule: string): void {
    const known = this.#undecided.get(rule);
    if (known !== undefined || this.#undecided.size < MOST_LISTED) this.#undecided.set(rule, (known ?? 0) + 1);
  }
}
