/**
 * The selectors of one reading, each made once: a bundle says the same ones again and again, and one object is kept,
 * compared and evaluated once. Selectors that mean the same and are written in two ways stay two, for each is shown
 * as it was written.
 */

import { entryOf } from '../util/ordering.ts';
import { ANYTHING, allOf, hasLabel, isIn, type Predicate, type Range, type Selector, selector } from './selector.ts';

export class SelectorPool {
  readonly #labels = new Map<string, Map<string, Predicate>>();
  readonly #values = new Map<string, Map<string, Predicate>>();
  readonly #predicates = new Map<string, Predicate>();
  readonly #pods = new Map<Predicate, Map<Predicate, Selector>>();
  readonly #hosts = new Map<Predicate, Map<Predicate, Selector>>();

  /** One entry of `matchLabels`. */
  label(key: string, value: string): Predicate {
    const byValue = entryOf(this.#labels, key, () => new Map<string, Predicate>());
    return entryOf(byValue, value, () => hasLabel(key, value));
  }

  /** The label with just this value. */
  isIn(key: string, value: string): Predicate {
    const byValue = entryOf(this.#values, key, () => new Map<string, Predicate>());
    return entryOf(byValue, value, () => isIn(key, [value]));
  }

  /** The conjunction of predicates, of which those with a label are from this pool. */
  allOf(predicates: readonly Predicate[]): Predicate {
    if (predicates.length === 0) return ANYTHING;
    const all = allOf(predicates);
    if (all.kind === 'in' && all.label) return all;
    return entryOf(this.#predicates, writingOf(all), () => all);
  }

  /** Of predicates that are from this pool. */
  selector(namespace: Predicate, endpoint: Predicate, over: Range = 'pods'): Selector {
    const byNamespace = over === 'pods' ? this.#pods : this.#hosts;
    const byEndpoint = entryOf(byNamespace, namespace, () => new Map<Predicate, Selector>());
    return entryOf(byEndpoint, endpoint, () => selector(namespace, endpoint, over));
  }

  /** Every pod of the namespace that is called `name`, cut down by a predicate over pod labels. */
  inNamespace(name: string, endpoint: Predicate): Selector {
    return this.selector(this.label('kubernetes.io/metadata.name', name), endpoint);
  }
}

/** Equal for predicates that are equal and shown alike. */
function writingOf(p: Predicate): string {
  if (p.kind === 'and') return `and(${p.of.map(writingOf).join(' ')})`;
  return p.kind === 'in' && p.label ? `label ${p.text}` : p.text;
}
