/**
 * The policies that made a change: those that differ, have a say about the one end, and say something else about the
 * other. Where one rule is all that differs about it, it is that rule.
 */

import { type BySide, SIDES, type SideName } from '../../ingest/index.ts';
import type { Direction } from '../../policy/rule.ts';
import type { Cause, CauseSide } from './cause.ts';
import type { ChangeEnd } from './change.ts';
import { type Isolating, isolates, isolatingOf } from './isolating.ts';
import { causeOf, type Objects } from './objects.ts';
import { PolicySubjects } from './policy-subjects.ts';
import { type PolicyVersions, policyVersions } from './policy-versions.ts';
import { RuleChanges, type RuleDifference } from './rule-changes.ts';
import type { Nodes } from './units.ts';

/** One side of a changed pair: the policies about the subject decide what it may exchange with the other. */
export interface PolicyQuestion {
  readonly subject: Nodes;
  readonly other: ChangeEnd;
  readonly direction: Direction;
  /** What is allowed now and was not, and the reverse. */
  readonly gains: boolean;
  readonly loses: boolean;
}

export class PolicyCauses {
  readonly #sides: BySide<CauseSide>;
  readonly #objects: Objects;
  readonly #subjects: BySide<PolicySubjects>;
  readonly #isolating: BySide<Isolating>;
  readonly #rules = {
    ingress: new Map<PolicyVersions, RuleChanges>(),
    egress: new Map<PolicyVersions, RuleChanges>(),
  } as const;
  readonly #wholes = new Map<PolicyVersions, Cause>();

  constructor(sides: BySide<CauseSide>, objects: Objects) {
    this.#sides = sides;
    this.#objects = objects;
    const versions = policyVersions(sides, objects);
    this.#subjects = {
      before: new PolicySubjects(sides.before, versions),
      after: new PolicySubjects(sides.after, versions),
    };
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
    const of = (side: SideName) => subject[side].flatMap((node) => this.#subjects[side].of(node, direction));
    return [...new Set(SIDES.flatMap(of))];
  }

  #judge(versions: PolicyVersions, { other, direction, gains, loses }: PolicyQuestion): Cause | undefined {
    const { before, after, sameHead } = versions;
    if (before && after && !sameHead) return this.#whole(versions);
    const difference = this.#rulesOf(versions, direction).about(other);
    if (difference) return before && after ? this.#narrowed(versions, difference) : this.#whole(versions);
    const isolated = isolates(this.#isolating.before, before, direction);
    const isolatedNow = isolates(this.#isolating.after, after, direction);
    if (isolated === isolatedNow) return undefined;
    return (isolatedNow ? loses : gains) ? this.#whole(versions) : undefined;
  }

  #rulesOf(versions: PolicyVersions, direction: Direction): RuleChanges {
    const known = this.#rules[direction].get(versions);
    if (known) return known;
    const { before, after } = this.#sides;
    const made = new RuleChanges(versions, direction, { before: before.reach, after: after.reach });
    this.#rules[direction].set(versions, made);
    return made;
  }

  #whole(versions: PolicyVersions): Cause | undefined {
    const policy = versions.after ?? versions.before;
    // One that is not in force on a side may be there all the same, refused.
    const cause = this.#wholes.get(versions) ?? (policy && causeOf(policy, this.#objects.find(policy)));
    if (cause) this.#wholes.set(versions, cause);
    return cause;
  }

  #narrowed(versions: PolicyVersions, { gone, come }: RuleDifference): Cause | undefined {
    const whole = this.#whole(versions);
    const rule = come ?? gone;
    const policy = come ? versions.after : versions.before;
    if (!whole || !rule || !policy) return whole;
    const origin = { document: policy.origin.document, pointer: rule.pointer };
    return { ...whole, side: come ? 'after' : 'before', rule: rule.index, origin };
  }
}
