/**
 * Selectors: symbolic, canonical predicates over labels. They are not sets of endpoints; only the engine makes sets
 * of them, so that policies may arrive before pods, and a selector may be asked about pods that do not exist.
 *
 * Matching is three-valued because a label's value may not be shown (see `labels.ts`). A key that is absent meets
 * `not(in …)` and `not(exists …)`: the semantics of Kubernetes' `labels.Requirement.Matches`.
 */

import { compareText } from '../util/ordering.ts';
import type { Labels } from './labels.ts';

export type Predicate =
  /** `label`: written as one of `matchLabels`. It tells no predicates apart, and is kept for showing them. */
  | { readonly kind: 'in'; readonly key: string; readonly values: readonly string[]; readonly label?: true }
  | { readonly kind: 'exists'; readonly key: string }
  | { readonly kind: 'not'; readonly of: Predicate }
  | { readonly kind: 'and'; readonly of: readonly Predicate[] };

/** What is known of a match. */
export type Match = 'yes' | 'no' | 'maybe';

export interface Selector {
  /** Equal for equal selectors: the key they are interned by. */
  readonly text: string;
  readonly namespace: Predicate;
  readonly endpoint: Predicate;
  /**
   * Which endpoints it ranges over: pods with an address of their own, or those that share their node's
   * (`hostNetwork`), which no Kubernetes selector matches.
   */
  readonly over: 'pods' | 'hosts';
}

/** The predicate that everything meets. */
export const ANYTHING: Predicate = { kind: 'and', of: [] };

export function isIn(key: string, values: readonly string[]): Predicate {
  return { kind: 'in', key, values: [...new Set(values)].sort(compareText) };
}

/** One entry of `matchLabels`. */
export function hasLabel(key: string, value: string): Predicate {
  return { kind: 'in', key, values: [value], label: true };
}

export function exists(key: string): Predicate {
  return { kind: 'exists', key };
}

export function not(of: Predicate): Predicate {
  return { kind: 'not', of };
}

/** The conjunction, in canonical order and without repetitions, of which the last is kept. */
export function allOf(predicates: readonly Predicate[]): Predicate {
  const byText = new Map(predicates.map((p) => [predicateText(p), p]));
  const of = [...byText].sort(([a], [b]) => compareText(a, b)).map(([, p]) => p);
  return of.length === 1 && of[0] ? of[0] : { kind: 'and', of };
}

export function selector(namespace: Predicate, endpoint: Predicate, over: Selector['over'] = 'pods'): Selector {
  return { text: `${over} ${predicateText(namespace)} ${predicateText(endpoint)}`, namespace, endpoint, over };
}

/** Every pod of the namespace that is called `name`, cut down by a predicate over pod labels. */
export function inNamespace(name: string, endpoint: Predicate): Selector {
  return selector(hasLabel('kubernetes.io/metadata.name', name), endpoint);
}

/** Equal for equal predicates. */
export function predicateText(p: Predicate): string {
  switch (p.kind) {
    case 'in':
      return `in(${JSON.stringify([p.key, ...p.values])})`;
    case 'exists':
      return `exists(${JSON.stringify(p.key)})`;
    case 'not':
      return `not(${predicateText(p.of)})`;
    case 'and':
      return `and(${p.of.map(predicateText).join(' ')})`;
  }
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
      return both(p.of.map((q) => matches(q, labels)));
  }
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
