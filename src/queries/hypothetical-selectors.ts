/**
 * Which pods that no file declares are worth asking about: for each distinct peer selector of the rules, a pod that
 * meets just that one. A selector of `matchLabels` alone, for namespace and pod, that a workload of the bundle meets
 * is left out, for then the matrix shows it.
 */

import type { Reach } from '../engine/reach.ts';
import { stackRules } from '../engine/vocabulary.ts';
import { canBeMet } from '../policy/implication.ts';
import type { Peer } from '../policy/rule.ts';
import type { Predicate, Selector } from '../policy/selector.ts';
import type { PolicyStack } from '../policy/stack.ts';
import { byKeys } from '../util/ordering.ts';

/** Sorted by text; of several writings of one selector, the one with most `matchLabels`. */
export function hypotheticalSelectors(reach: Reach, stack: PolicyStack): Selector[] {
  const byText = new Map<string, { readonly selector: Selector; readonly written: string }>();
  for (const rule of stackRules(stack)) {
    for (const selector of rule.peers.flatMap(selectorOf)) {
      const before = byText.get(selector.text);
      if (before?.selector === selector) continue;
      const found = { selector, written: JSON.stringify(selector) };
      if (before === undefined || isPlainer(found.written, before.written)) byText.set(selector.text, found);
    }
  }
  return [...byText.values()]
    .map(({ selector }) => selector)
    .filter(
      (s) => s.over === 'pods' && canBeMet(s) && !(isLabels(s.namespace) && isLabels(s.endpoint) && isMet(reach, s)),
    )
    .sort(byKeys((s) => s.text));
}

/** The selector a peer depends on, if any. */
export function selectorOf(peer: Peer): Selector[] {
  if (peer.kind === 'endpoints') return [peer.selector];
  return peer.kind === 'unknown' && typeof peer.within === 'object' ? [peer.within] : [];
}

/** Writings of one selector differ in their `label` marks only, so that the longer one has more of them. */
function isPlainer(a: string, b: string): boolean {
  return a.length > b.length || (a.length === b.length && a < b);
}

function isLabels(p: Predicate): boolean {
  if (p.kind === 'and') return p.of.length > 0 && p.of.every(isLabels);
  return p.kind === 'in' && p.label === true;
}

function isMet(reach: Reach, selector: Selector): boolean {
  return reach.membershipOf({ kind: 'endpoints', selector }).sure.size > 0;
}
