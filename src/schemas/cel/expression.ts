/** An expression of CEL as a tree (https://github.com/google/cel-spec/blob/master/doc/langdef.md). */

import type { JsonValue } from '../../ingest/document.ts';

export type Expression =
  | { readonly kind: 'literal'; readonly value: JsonValue }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'select'; readonly of: Expression; readonly field: string }
  /** `has(of.field)`. */
  | { readonly kind: 'has'; readonly of: Expression; readonly field: string }
  | { readonly kind: 'index'; readonly of: Expression; readonly at: Expression }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly of: Expression | undefined;
      readonly args: readonly Expression[];
    }
  | {
      readonly kind: 'each';
      readonly what: Macro;
      readonly of: Expression;
      readonly name: string;
      readonly body: Expression;
    }
  | { readonly kind: 'not' | 'negate'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'choice'; readonly test: Expression; readonly yes: Expression; readonly no: Expression };

export type Macro = 'all' | 'exists' | 'exists_one' | 'filter' | 'map';

export type Operator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | '+' | '-' | '*' | '/' | '%';

/** Thrown inside this folder for what is not read. */
export class NotRead {}
