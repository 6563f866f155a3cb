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
  const byText = new Map<string, Selector>();
  for (const rule of stackRules(stack)) {
    for (const found of rule.peers.flatMap(selectorOf)) {
      const before = byText.get(found.text);
      byText.set(found.text, before === undefined || isPlainer(found, before) ? found : before);
    }
  }
  return [...byText.values()]
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
function isPlainer(a: Selector, b: Selector): boolean {
  const [textA, textB] = [JSON.stringify(a), JSON.stringify(b)];
  return textA.length > textB.length || (textA.length === textB.length && textA < textB);
}

function isLabels(p: Predicate): boolean {
  if (p.kind === 'and') return p.of.length > 0 && p.of.every(isLabels);
  return p.kind === 'in' && p.label === true;
}

function isMet(reach: Reach, selector: Selector): boolean {
  return reach.membershipOf({ kind: 'endpoints', selector }).sure.size > 0;
}
