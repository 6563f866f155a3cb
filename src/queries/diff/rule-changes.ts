/**
 * The rules of a policy, in one direction, from the first on that is not the same in both of its versions to the last.
 * A policy may have thousands, and thousands of pairs to be asked about.
 */

import { type Membership, membershipOf } from '../../engine/node-set.ts';
import type { Reach } from '../../engine/reach.ts';
import { type BySide, SIDES, type SideName } from '../../ingest/index.ts';
import type { Direction } from '../../policy/rule.ts';
import { meansAddresses } from './addressed.ts';
import type { ChangeEnd } from './change.ts';
import { type PolicyVersions, rulesOf, type VersionedRule } from './policy-versions.ts';

interface TellingRule {
  readonly rule: VersionedRule;
  readonly peers: readonly Membership[];
}

/** One text of a rule: the last rule of each version that has it. */
type RuleText = BySide<TellingRule | undefined>;

/** That the rules which mean the other end of a pair differ; and how, where it is no more than a rule of either version. */
export interface RuleDifference {
  readonly gone?: VersionedRule | undefined;
  readonly come?: VersionedRule | undefined;
}

export class RuleChanges {
  readonly #texts: readonly RuleText[];
  /** Positions in the list of texts. */
  readonly #versions: BySide<readonly number[]>;

  constructor(versions: PolicyVersions, direction: Direction, reaches: BySide<Reach>) {
    const rules = { before: rulesOf(versions.before, direction), after: rulesOf(versions.after, direction) };
    const differing = between(rules);
    const texts = [...new Set(SIDES.flatMap((side) => differing[side].map((rule) => rule.text)))];
    const positions = new Map(texts.map((text, i) => [text, i]));
    const positionsOf = (list: readonly VersionedRule[]) => list.map(({ text }) => positions.get(text) as number);
    const told = { before: lastByText(rules.before, reaches.before), after: lastByText(rules.after, reaches.after) };
    this.#texts = texts.map((text) => ({ before: told.before.get(text), after: told.after.get(text) }));
    this.#versions = { before: positionsOf(differing.before), after: positionsOf(differing.after) };
  }

  /** What differs for pairs with this end; undefined where nothing does. */
  about(other: ChangeEnd): RuleDifference | undefined {
    const meant = this.#texts.map((text) => mayMean(text, other));
    const before = this.#versions.before.filter((text) => meant[text]);
    const after = this.#versions.after.filter((text) => meant[text]);
    if (before.length === after.length && before.every((text, i) => text === after[i])) return undefined;
    const gone = without(before, after);
    const come = without(after, before);
    if (gone.length > 1 || come.length > 1) return {};
    const of = (texts: readonly number[], side: SideName) => this.#texts[texts[0] ?? -1]?.[side]?.rule;
    return { gone: of(gone, 'before'), come: of(come, 'after') };
  }
}

/** Whether rules of a text may mean an end, on either side. */
function mayMean(text: RuleText, end: ChangeEnd): boolean {
  return SIDES.some((side) => {
    const telling = text[side];
    if (!telling) return false;
    if (end.kind === 'outside') return telling.rule.peers.some((peer) => meansAddresses(peer, end.range));
    return telling.peers.some((peer) => end.nodes[side].some((node) => membershipOf(peer, node) !== 'no'));
  });
}

/** Without the rules at the begin and at the end that are the same. */
function between({ before, after }: BySide<readonly VersionedRule[]>): BySide<readonly VersionedRule[]> {
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first]?.text === after[first]?.text) first++;
  let last = 0;
  while (last < shorter - first && before.at(-1 - last)?.text === after.at(-1 - last)?.text) last++;
  return { before: before.slice(first, before.length - last), after: after.slice(first, after.length - last) };
}

function lastByText(rules: readonly VersionedRule[], reach: Reach): ReadonlyMap<string, TellingRule> {
  return new Map(rules.map((rule) => [rule.text, { rule, peers: rule.peers.map((peer) => reach.membershipOf(peer)) }]));
}

/** What one list has that the other does not, or not so often. */
function without(list: readonly number[], others: readonly number[]): number[] {
  const left = new Map<number, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return list.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  });
}
