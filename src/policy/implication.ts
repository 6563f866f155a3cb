/**
 * Implication between selectors: does everyone who meets one meet the other, whatever else may be true of them? This
 * is how rules are asked about pods that do not exist, of which only a selector is known.
 *
 * Sound for all predicates, and exact where both are conjunctions of the four requirements of a LabelSelector and the
 * known one can be met at all. Labels are taken to have any value: no finite list of values exhausts them.
 */

import { compareText } from '../util/ordering.ts';
import { not, type Predicate, type Selector } from './selector.ts';

/** What is known of whoever meets `known`, ready to be asked about many selectors. */
export function implication(known: Selector): (asked: Selector) => boolean {
  const [namespace, endpoint] = [allowances(known.namespace), allowances(known.endpoint)];
  return (asked) =>
    known.over === asked.over && isImplied(asked.endpoint, endpoint) && isImplied(asked.namespace, namespace);
}

/** Whether some pod could meet the selector. */
export function canBeMet({ namespace, endpoint }: Selector): boolean {
  return [namespace, endpoint].every((p) => ![...allowances(p).values()].some(isNowhere));
}

/** What the label of one key may be: absent, and one of `values` (sorted), or anything but them. */
interface Allowance {
  readonly absent: boolean;
  readonly but: boolean;
  readonly values: readonly string[];
}

type Allowances = ReadonlyMap<string, Allowance>;

const ANY_LABEL: Allowance = { absent: true, but: true, values: [] };

interface Requirement {
  readonly key: string;
  readonly allowance: Allowance;
}

function isImplied(asked: Predicate, known: Allowances): boolean {
  const literal = requirement(asked);
  if (literal) return isWithin(known.get(literal.key) ?? ANY_LABEL, literal.allowance);
  if (asked.kind === 'and') return asked.of.every((p) => isImplied(p, known));
  if (asked.kind !== 'not') return false;
  const { of } = asked;
  if (of.kind === 'not') return isImplied(of.of, known);
  return of.kind === 'and' && of.of.some((p) => isImplied(not(p), known));
}

/** The predicate as a requirement of one key; undefined where it is none. */
function requirement(p: Predicate): Requirement | undefined {
  switch (p.kind) {
    case 'in':
      return { key: p.key, allowance: { absent: false, but: false, values: p.values } };
    case 'exists':
      return { key: p.key, allowance: { absent: false, but: true, values: [] } };
    case 'not': {
      const inner = requirement(p.of);
      if (!inner) return undefined;
      const { absent, but, values } = inner.allowance;
      return { key: inner.key, allowance: { absent: !absent, but: !but, values } };
    }
    case 'and':
      return undefined;
  }
}

/** What a predicate leaves to the labels; what is no conjunction of requirements is left out, so that less is known. */
function allowances(p: Predicate): Map<string, Allowance> {
  const byKey = new Map<string, Allowance>();
  const visit = (part: Predicate): void => {
    if (part.kind === 'and') part.of.forEach(visit);
    const literal = requirement(part);
    if (literal) byKey.set(literal.key, meet(byKey.get(literal.key) ?? ANY_LABEL, literal.allowance));
  };
  visit(p);
  return byKey;
}

function meet(a: Allowance, b: Allowance): Allowance {
  const absent = a.absent && b.absent;
  if (a.but && b.but) return { absent, but: true, values: [...new Set([...a.values, ...b.values])].sort(compareText) };
  const [listed, other] = a.but ? [b, a] : [a, b];
  return { absent, but: false, values: listed.values.filter((v) => allows(other, v)) };
}

function isWithin(inner: Allowance, outer: Allowance): boolean {
  if (inner.absent && !outer.absent) return false;
  if (!inner.but) return inner.values.every((v) => allows(outer, v));
  return outer.but && outer.values.every((v) => !allows(inner, v));
}

function allows({ but, values }: Allowance, value: string): boolean {
  return isListed(values, value) !== but;
}

/** Binary search: values are sorted where selectors are made. */
function isListed(values: readonly string[], value: string): boolean {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareText(values[middle] ?? '', value) < 0) low = middle + 1;
    else high = middle;
  }
  return values[low] === value;
}

function isNowhere({ absent, but, values }: Allowance): boolean {
  return !absent && !but && values.length === 0;
}
