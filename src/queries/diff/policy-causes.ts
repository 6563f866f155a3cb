/**
 * The policies that made a change: those that differ, have a say about the one end, and say something else about the
 * other. Where one rule is all that differs about it, it is that rule.
 */

import { membershipOf } from '../../engine/node-set.ts';
import { type BySide, SIDES, type SideName } from '../../ingest/index.ts';
import type { Direction, Policy } from '../../policy/rule.ts';
import type { Cause, CauseSide } from './cause.ts';
import { type Isolating, isolates, isolatingOf } from './isolating.ts';
import { causeOf, type Objects } from './objects.ts';
import { type PolicyVersions, policyVersions, rulesOf, type VersionedRule } from './policy-versions.ts';
import type { Nodes } from './units.ts';

/** One side of a changed pair: the policies about the subject decide what it may exchange with the other. */
export interface PolicyQuestion {
  readonly subject: Nodes;
  readonly other: Nodes;
  readonly direction: Direction;
  /** What is allowed now and was not, and the reverse. */
  readonly gains: boolean;
  readonly loses: boolean;
}

export class PolicyCauses {
  readonly #sides: BySide<CauseSide>;
  readonly #objects: Objects;
  readonly #versions: ReadonlyMap<Policy, PolicyVersions>;
  readonly #isolating: BySide<Isolating>;
  readonly #selecting = new Map<string, readonly PolicyVersions[]>();
  readonly #rules = new Map<Policy, Map<Direction, VersionedRule[]>>();

  constructor(sides: BySide<CauseSide>, objects: Objects) {
    this.#sides = sides;
    this.#objects = objects;
    this.#versions = policyVersions(sides, objects);
    this.#isolating = { before: isolatingOf(sides.before), after: isolatingOf(sides.after) };
  }

  /** The differing policies that say something else about this pair. */
  of(question: PolicyQuestion): Cause[] {
    return this.#about(question).flatMap((versions) => this.#judge(versions, question) ?? []);
  }

  /** All differing policies with a say about the subject. */
  allOf(question: PolicyQuestion): Cause[] {
    return this.#about(question).flatMap((versions) => this.#whole(versions) ?? []);
  }

  #about({ subject, direction }: PolicyQuestion): PolicyVersions[] {
    const found = SIDES.flatMap((side) => subject[side].flatMap((node) => this.#selects(side, node, direction)));
    return [...new Set(found)];
  }

  /** Nodes of one block have the same policies. */
  #selects(side: SideName, node: number, direction: Direction): readonly PolicyVersions[] {
    const { reach } = this.#sides[side];
    const { subjects } = direction === 'egress' ? reach.sources : reach.destinations;
    const key = `${side} ${direction} ${subjects.of[node]}`;
    const known = this.#selecting.get(key);
    if (known) return known;
    const found = [...reach.selectedBy(node, direction)].flatMap((policy) => this.#versions.get(policy) ?? []);
    this.#selecting.set(key, found);
    return found;
  }

  #judge(versions: PolicyVersions, question: PolicyQuestion): Cause | undefined {
    const { before, after, sameHead } = versions;
    if (before && after && !sameHead) return this.#whole(versions);
    const { direction, gains, loses } = question;
    const old = this.#rulesAbout(versions, 'before', question);
    const now = this.#rulesAbout(versions, 'after', question);
    const meant = new Set([...old, ...now].filter((rule) => rule.means).map((rule) => rule.text));
    const oldRules = old.filter((rule) => meant.has(rule.text));
    const nowRules = now.filter((rule) => meant.has(rule.text));
    if (textOf(oldRules) !== textOf(nowRules)) {
      return before && after ? this.#narrowed(versions, oldRules, nowRules) : this.#whole(versions);
    }
    const isolated = isolates(this.#isolating.before, before, direction);
    const isolatedNow = isolates(this.#isolating.after, after, direction);
    if (isolated === isolatedNow) return undefined;
    return (isolatedNow ? loses : gains) ? this.#whole(versions) : undefined;
  }

  /** The rules of a version, and whether each may mean the other end of the pair. */
  #rulesAbout(
    versions: PolicyVersions,
    side: SideName,
    question: PolicyQuestion,
  ): (VersionedRule & { means: boolean })[] {
    const policy = versions[side];
    if (!policy) return [];
    const { reach } = this.#sides[side];
    const means = ({ peers }: VersionedRule) =>
      peers.some((peer) => {
        const membership = reach.membershipOf(peer);
        return question.other[side].some((node) => membershipOf(membership, node) !== 'no');
      });
    return this.#rulesOf(policy, question.direction).map((rule) => ({ ...rule, means: means(rule) }));
  }

  #rulesOf(policy: Policy, direction: Direction): VersionedRule[] {
    const known = this.#rules.get(policy) ?? new Map<Direction, VersionedRule[]>();
    const rules = known.get(direction) ?? rulesOf(policy, direction);
    this.#rules.set(policy, known.set(direction, rules));
    return rules;
  }

  #whole({ before, after }: PolicyVersions): Cause | undefined {
    const policy = after ?? before;
    // One that is not in force on a side may be there all the same, refused.
    return policy && causeOf(policy, this.#objects.find(policy));
  }

  #narrowed(versions: PolicyVersions, old: VersionedRule[], now: VersionedRule[]): Cause | undefined {
    const whole = this.#whole(versions);
    const [gone, ...moreGone] = without(old, now);
    const [come, ...moreCome] = without(now, old);
    if (!whole || moreGone.length > 0 || moreCome.length > 0) return whole;
    const rule = come ?? gone;
    const policy = come ? versions.after : versions.before;
    if (!rule || !policy) return whole;
    const origin = { document: policy.origin.document, pointer: rule.pointer };
    return { ...whole, side: come ? 'after' : 'before', rule: rule.index, origin };
  }
}

function textOf(rules: readonly VersionedRule[]): string {
  return rules.map((rule) => rule.text).join('\n');
}

/** The rules of one list that the other does not have, or not so often. */
function without(rules: readonly VersionedRule[], others: readonly VersionedRule[]): VersionedRule[] {
  const left = others.map((rule) => rule.text);
  return rules.filter(({ text }) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
