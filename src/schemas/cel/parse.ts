/** An expression of CEL to its tree. What uses functions that are not known here is not read. */

import { type Expression, type Macro, NotRead, type Operator } from './expression.ts';
import { FUNCTIONS, METHODS } from './functions.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Longer expressions, and deeper ones, are not read. */
const LONGEST = 20_000;
const DEEPEST = 60;
/** A chain of so many steps still fits the stack of whoever evaluates it. */
const MOST_TOKENS = 1500;

const LEVELS: readonly (readonly Operator[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<', '<=', '>', '>=', 'in'],
  ['+', '-'],
  ['*', '/', '%'],
];
const MACROS: readonly Macro[] = ['all', 'exists', 'exists_one', 'filter', 'map'];

/** Words of the language, which a field can have as its name only between `__`. */
const RESERVED =
  /^__(true|false|null|in|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while)__$/;

/** Undefined where the expression is not read here. */
export function parseExpression(source: string): Expression | undefined {
  if (source.length > LONGEST) return undefined;
  try {
    const tokens = tokensOf(source);
    return tokens.length > MOST_TOKENS ? undefined : new Parser(tokens).read();
  } catch (error) {
    if (error instanceof NotRead) return undefined;
    throw error;
  }
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  read(): Expression {
    const expression = this.#expression();
    if (this.#token.kind !== 'end') throw new NotRead();
    return expression;
  }

  get #token(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end' };
  }

  #expression(): Expression {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new NotRead();
    const test = this.#binary(0);
    let result = test;
    if (this.#takes('?')) {
      const yes = this.#expression();
      this.#expect(':');
      result = { kind: 'choice', test, yes, no: this.#expression() };
    }
    this.#depth -= 1;
    return result;
  }

  #binary(level: number): Expression {
    const operators = LEVELS[level];
    if (!operators) return this.#unary();
    let left = this.#binary(level + 1);
    for (let operator = this.#operator(operators); operator; operator = this.#operator(operators)) {
      left = { kind: 'binary', operator, left, right: this.#binary(level + 1) };
    }
    return left;
  }

  #operator(operators: readonly Operator[]): Operator | undefined {
    const token = this.#token;
    if (token.kind !== 'sign' && token.kind !== 'name') return undefined;
    const found = operators.find((operator) => operator === token.text);
    if (found) this.#at += 1;
    return found;
  }

  #unary(): Expression {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new NotRead();
    let result: Expression;
    if (this.#takes('!')) result = { kind: 'not', of: this.#unary() };
    else if (this.#takes('-')) result = { kind: 'negate', of: this.#unary() };
    else result = this.#member();
    this.#depth -= 1;
    return result;
  }

  #member(): Expression {
    let of = this.#primary();
    for (;;) {
      if (this.#takes('.')) of = this.#dotted(of);
      else if (this.#takes('[')) {
        of = { kind: 'index', of, at: this.#expression() };
        this.#expect(']');
      } else return of;
    }
  }

  #dotted(of: Expression): Expression {
    const name = this.#name();
    if (!this.#takes('(')) return { kind: 'select', of, field: fieldOf(name) };
    const macro = MACROS.find((one) => one === name);
    if (macro) return this.#each(macro, of);
    const args = this.#arguments(')');
    if (METHODS.get(name)?.arity.includes(args.length) !== true) throw new NotRead();
    return { kind: 'call', name, of, args };
  }

  #each(what: Macro, of: Expression): Expression {
    const name = this.#name();
    this.#expect(',');
    const body = this.#expression();
    this.#expect(')');
    return { kind: 'each', what, of, name, body };
  }

  #primary(): Expression {
    const token = this.#token;
    this.#at += 1;
    if (token.kind === 'text') return { kind: 'literal', value: token.text };
    if (token.kind === 'number') return { kind: 'literal', value: token.value };
    if (token.kind === 'name') return this.#named(token.text);
    if (token.kind === 'sign' && token.text === '(') {
      const inner = this.#expression();
      this.#expect(')');
      return inner;
    }
    if (token.kind === 'sign' && token.text === '[') return { kind: 'list', items: this.#arguments(']') };
    if (token.kind === 'sign' && token.text === '{') return this.#map();
    throw new NotRead();
  }

  #named(name: string): Expression {
    if (name === 'true' || name === 'false') return { kind: 'literal', value: name === 'true' };
    if (name === 'null') return { kind: 'literal', value: null };
    if (!this.#takes('(')) return { kind: 'name', name };
    const args = this.#arguments(')');
    const [first] = args;
    if (name === 'has') {
      if (first?.kind !== 'select' || args.length !== 1) throw new NotRead();
      return { kind: 'has', of: first.of, field: first.field };
    }
    if (FUNCTIONS.get(name)?.arity.includes(args.length) !== true) throw new NotRead();
    return { kind: 'call', name, of: undefined, args };
  }

  #map(): Expression {
    const entries: (readonly [Expression, Expression])[] = [];
    while (!this.#takes('}')) {
      if (entries.length > 0) this.#expect(',');
      const key = this.#expression();
      this.#expect(':');
      entries.push([key, this.#expression()]);
    }
    return { kind: 'map', entries };
  }

  #arguments(end: string): Expression[] {
    const args: Expression[] = [];
    while (!this.#takes(end)) {
      if (args.length > 0) this.#expect(',');
      args.push(this.#expression());
    }
    return args;
  }

  #name(): string {
    const token = this.#token;
    if (token.kind !== 'name') throw new NotRead();
    this.#at += 1;
    return token.text;
  }

  #expect(sign: string): void {
    if (!this.#takes(sign)) throw new NotRead();
  }

  #takes(sign: string): boolean {
    const token = this.#token;
    if (token.kind !== 'sign' || token.text !== sign) return false;
    this.#at += 1;
    return true;
  }
}

/** The field that a name stands for, as Kubernetes writes what CEL cannot. */
function fieldOf(name: string): string {
  const reserved = RESERVED.exec(name);
  if (reserved?.[1] !== undefined) return reserved[1];
  if (!name.includes('__')) return name;
  return name.replaceAll(/__(underscores|dot|dash|slash)__/g, (_, word: string) => MARKS.get(word) ?? '');
}

const MARKS: ReadonlyMap<string, string> = new Map([
  ['underscores', '__'],
  ['dot', '.'],
  ['dash', '-'],
  ['slash', '/'],
]);
