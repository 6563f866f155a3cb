/**
 * Evaluates an expression of CEL (https://github.com/google/cel-spec/blob/master/doc/langdef.md). Every step is counted,
 * so that a rule over a rule over a list ends. `&&` and `||` are decided by either side alone.
 */

import type { JsonValue } from '../../ingest/document.ts';
import { isObject } from '../../ingest/document.ts';
import type { Meter } from '../../util/pattern/meter.ts';
import type { Expression, Operator } from './expression.ts';
import { FUNCTIONS, METHODS } from './functions.ts';
import { areEqual, booleanOf, compare, memberOf, membersOf, numberOf, plain, Undecided, type Value } from './values.ts';

type Names = ReadonlyMap<string, Value>;

/** Throws `Undecided`, or what the meter throws. */
export function evaluate(expression: Expression, names: Names, meter: Meter): Value {
  meter.spend(1);
  const value = (part: Expression): Value => evaluate(part, names, meter);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'name': {
      const known = names.get(expression.name);
      if (known === undefined) throw new Undecided();
      return known;
    }
    case 'select':
      return memberOf(value(expression.of), expression.field);
    case 'has': {
      const object = plain(value(expression.of));
      if (!isObject(object)) throw new Undecided();
      return Object.hasOwn(object, expression.field);
    }
    case 'index':
      return memberOf(value(expression.of), value(expression.at));
    case 'list':
      return expression.items.map((item) => plain(value(item)));
    case 'map':
      return Object.fromEntries(
        expression.entries.map(([key, item]) => [String(plain(value(key))), plain(value(item))]),
      );
    case 'call':
      return call(expression, value, meter);
    case 'each':
      return each(expression, names, meter);
    case 'not':
      return !booleanOf(value(expression.of));
    case 'negate':
      return -numberOf(value(expression.of));
    case 'binary':
      return binary(expression, value, meter);
    case 'choice':
      return booleanOf(value(expression.test)) ? value(expression.yes) : value(expression.no);
  }
}

type Evaluated = (part: Expression) => Value;

function call(expression: Extract<Expression, { kind: 'call' }>, value: Evaluated, meter: Meter): Value {
  const { name, of, args } = expression;
  const found = (of ? METHODS : FUNCTIONS).get(name);
  if (!found) throw new Undecided();
  const given = [...(of ? [of] : []), ...args].map(value);
  for (const one of given) if (typeof one === 'string') meter.spend(one.length >> 4);
  return found.call(given, meter);
}

function each({ what, of, name, body }: Extract<Expression, { kind: 'each' }>, names: Names, meter: Meter): Value {
  const members = membersOf(evaluate(of, names, meter));
  const at = (member: JsonValue): Value => evaluate(body, new Map(names).set(name, member), meter);
  switch (what) {
    case 'all':
      return some(members, (member) => !booleanOf(at(member)), false);
    case 'exists':
      return some(members, (member) => booleanOf(at(member)), true);
    case 'exists_one':
      return members.filter((member) => booleanOf(at(member))).length === 1;
    case 'filter':
      return members.filter((member) => booleanOf(at(member)));
    case 'map':
      return members.map((member) => plain(at(member)));
  }
}

/** One member that decides is enough, whatever of the others cannot be decided. */
function some(members: readonly JsonValue[], decides: (member: JsonValue) => boolean, found: boolean): boolean {
  let isUndecided = false;
  for (const member of members) {
    try {
      if (decides(member)) return found;
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      isUndecided = true;
    }
  }
  if (isUndecided) throw new Undecided();
  return !found;
}

function binary(expression: Extract<Expression, { kind: 'binary' }>, value: Evaluated, meter: Meter): Value {
  const { operator, left, right } = expression;
  if (operator === '||' || operator === '&&') {
    const decisive = operator === '||';
    return byEither(left, right, (part) => booleanOf(value(part)) === decisive, decisive);
  }
  const [a, b] = [value(left), value(right)];
  switch (operator) {
    case '==':
    case '!=':
      meter.spend(sizeOf(a) + sizeOf(b));
      return areEqual(a, b) === (operator === '==');
    case 'in': {
      const members = membersOf(b);
      meter.spend(members.length);
      return members.some((member) => areEqual(member, a));
    }
    case '+':
      return sum(a, b);
    default:
      return arithmetic(operator, a, b);
  }
}

function byEither(
  left: Expression,
  right: Expression,
  decides: (part: Expression) => boolean,
  found: boolean,
): boolean {
  try {
    if (decides(left)) return found;
  } catch (error) {
    if (error instanceof Undecided && decides(right)) return found;
    throw error;
  }
  return decides(right) ? found : !found;
}

function sizeOf(value: Value): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 1;
}

function sum(a: Value, b: Value): Value {
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b];
  return numberOf(a) + numberOf(b);
}

function arithmetic(operator: Operator, a: Value, b: Value): Value {
  switch (operator) {
    case '<':
      return compare(a, b) < 0;
    case '<=':
      return compare(a, b) <= 0;
    case '>':
      return compare(a, b) > 0;
    case '>=':
      return compare(a, b) >= 0;
    case '-':
      return numberOf(a) - numberOf(b);
    case '*':
      return numberOf(a) * numberOf(b);
    case '/':
    case '%':
      return divided(operator, numberOf(a), numberOf(b));
    default:
      throw new Undecided();
  }
}

function divided(operator: '/' | '%', a: number, b: number): number {
  if (b === 0) throw new Undecided();
  if (operator === '%') return a % b;
  return Number.isInteger(a) && Number.isInteger(b) ? Math.trunc(a / b) : a / b;
}
