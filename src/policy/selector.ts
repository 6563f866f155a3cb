/**
 * Selectors: symbolic, canonical predicates over labels. They are not sets of endpoints; only the engine makes sets
 * of them, so that policies may arrive before pods, and a selector may be asked about pods that do not exist.
 *
 * Matching is three-valued because a label's value may not be shown (see `labels.ts`). A key that is absent meets
 * `not(in …)` and `not(exists …)`: the semantics of Kubernetes' `labels.Requirement.Matches`.
 */

import { compareText } from '../util/ordering.ts';
import type { Labels } from './labels.ts';

interface Written {
  /** Equal for equal predicates. */
  readonly text: string;
}

/** Made by the functions of this file, which see to `text`. */
export type Predicate = Written &
  (
    | /** `label`: written as one of `matchLabels`. It tells no predicates apart, and is kept for showing them. */
    { readonly kind: 'in'; readonly key: string; readonly values: readonly string[]; readonly label?: true }
    | { readonly kind: 'exists'; readonly key: string }
    | { readonly kind: 'not'; readonly of: Predicate }
    | { readonly kind: 'and'; readonly of: readonly Predicate[] }
  );

/** What is known of a match. */
export type Match = 'yes' | 'no' | 'maybe';

/**
 * Which endpoints a selector ranges over: pods with an address of their own, or those that share their node's
 * (`hostNetwork`), which no Kubernetes selector matches.
 */
export type Range = 'pods' | 'hosts';

export class Selector {
  readonly namespace: Predicate;
  readonly endpoint: Predicate;
  readonly over: Range;
  #text: string | undefined;

  constructor(namespace: Predicate, endpoint: Predicate, over: Range) {
    this.namespace = namespace;
    this.endpoint = endpoint;
    this.over = over;
  }

  /** Equal for equal selectors. Made when asked for: most are told apart by what they are made of. */
  get text(): string {
    this.#text ??= `${this.over} ${this.namespace.text} ${this.endpoint.text}`;
    return this.#text;
  }
}

/** The predicate that everything meets. */
export const ANYTHING: Predicate = { kind: 'and', of: [], text: 'and()' };

export function isIn(key: string, values: readonly string[]): Predicate {
  const sorted = values.length < 2 ? values : [...new Set(values)].sort(compareText);
  return { kind: 'in', key, values: sorted, text: inText(key, sorted) };
}

/** One entry of `matchLabels`. */
export function hasLabel(key: string, value: string): Predicate {
  const values = [value];
  return { kind: 'in', key, values, label: true, text: inText(key, values) };
}

function inText(key: string, values: readonly string[]): string {
  return `in(${JSON.stringify([key, ...values])})`;
}

export function exists(key: string): Predicate {
  return { kind: 'exists', key, text: `exists(${JSON.stringify(key)})` };
}

export function not(of: Predicate): Predicate {
  return { kind: 'not', of, text: `not(${of.text})` };
}

/** The conjunction, in canonical order and without repetitions, of which the last is kept. */
export function allOf(predicates: readonly Predicate[]): Predicate {
  const [only, ...more] = predicates;
  if (only && more.length === 0) return only;
  const byText = new Map(predicates.map((p) => [p.text, p]));
  const of = [...byText.values()].sort((a, b) => compareText(a.text, b.text));
  return of.length === 1 && of[0] ? of[0] : { kind: 'and', of, text: `and(${of.map((p) => p.text).join(' ')})` };
}

export function selector(namespace: Predicate, endpoint: Predicate, over: Range = 'pods'): Selector {
  return new Selector(namespace, endpoint, over);
}

/** Equal for equal predicates. */
export function predicateText(p: Predicate): string {
  return p.text;
}

export function matches(p: Predicate, labels: Labels): Match {
  switch (p.kind) {
    case 'exists':
      return labels.has(p.key) ? 'yes' : unlisted(labels);
    case 'in': {
      const value = labels.get(p.key);
      if (value === undefined) return p.values.length > 0 ? unlisted(labels) : 'no';
      if (value === null) return p.values.length > 0 ? 'maybe' : 'no';
      return p.values.includes(value) ? 'yes' : 'no';
    }
    case 'not': {
      const inner = matches(p.of, labels);
      return inner === 'maybe' ? 'maybe' : inner === 'yes' ? 'no' : 'yes';
    }
    case 'and':
      return matchesAll(p.of, labels);
  }
}

function matchesAll(of: readonly Predicate[], labels: Labels): Match {
  let known: Match = 'yes';
  for (const p of of) {
    const match = matches(p, labels);
    if (match === 'no') return 'no';
    if (match === 'maybe') known = 'maybe';
  }
  return known;
}

/** What is known of a label that is not listed. */
function unlisted(labels: Labels): Match {
  return labels.open ? 'maybe' : 'no';
}

/** The conjunction of what is known. */
export function both(known: readonly Match[]): Match {
  if (known.includes('no')) return 'no';
  return known.includes('maybe') ? 'maybe' : 'yes';
}
