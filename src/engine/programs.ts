/**
 * The programs of all blocks of subjects, made in one pass: each rule is handed to the blocks it is about, so that
 * the work grows with rules and the blocks they select, not with rules times blocks.
 */

import { LIMITS } from '../ingest/limits.ts';
import type { Direction, Policy, Rule } from '../policy/rule.ts';
import type { PolicyStack, Tier, TierEnd } from '../policy/stack.ts';
import { exceed } from '../util/problem.ts';
import type { BlockIndex } from './block-index.ts';
import type { Blocks } from './classes.ts';
import type { Memberships } from './membership.ts';
import type { AppliedEnd, AppliedPolicy, AppliedRule, AppliedTier, SideProgram } from './program.ts';

export interface ProgramContext {
  readonly stack: PolicyStack;
  readonly direction: Direction;
  readonly memberships: Memberships;
  readonly subjects: Blocks;
  readonly subjectBlocks: BlockIndex;
}

/** By block of subjects. */
export function makePrograms(context: ProgramContext): SideProgram[] {
  const work = new Work();
  const drafts = Array.from({ length: context.subjects.count }, () => new Draft(context.direction));
  for (const { tiers } of context.stack.layers) {
    for (const draft of drafts) draft.beginLayer();
    for (const tier of tiers) addTier(tier, { context, drafts, work });
  }
  return drafts.map((draft) => draft.finish());
}

/** Rules times the blocks they are handed to: more than fits is refused while it is being counted. */
class Work {
  #spent = 0;

  spend(blocks: number): void {
    this.#spent += blocks;
    const maximum = LIMITS.ruleGroups.value;
    if (this.#spent <= maximum) return;
    const detail = 'the policies apply too many rules to too many different workloads; send fewer namespaces at once';
    exceed('ruleGroups', this.#spent, maximum, detail);
  }
}

interface Assembly {
  readonly context: ProgramContext;
  readonly drafts: readonly Draft[];
  readonly work: Work;
}

function addTier(tier: Tier, { context, drafts, work }: Assembly): void {
  const { direction, memberships, subjectBlocks } = context;
  for (const group of tier.groups) {
    for (const policy of group) {
      for (const rule of policy.rules) {
        if (rule.direction !== direction) continue;
        const subject = memberships.ofSelector(rule.subject);
        const [sure, maybe] = [subjectBlocks.sure(subject), subjectBlocks.maybe(subject)];
        work.spend(sure.length + maybe.length);
        const peers = rule.peers.map((p) => memberships.ofPeer(p));
        for (const block of sure) drafts[block]?.addRule(tier, group, { rule, policy, peers, sure: true });
        for (const block of maybe) drafts[block]?.addRule(tier, group, { rule, policy, peers, sure: false });
      }
    }
  }
  for (const end of tier.ends) {
    if (end.direction !== direction) continue;
    const subject = memberships.ofSelector(end.subject);
    const [sure, maybe] = [subjectBlocks.sure(subject), subjectBlocks.maybe(subject)];
    for (const block of sure) drafts[block]?.addEnd(tier, end, true);
    for (const block of maybe) drafts[block]?.addEnd(tier, end, false);
  }
}

interface DraftTier extends AppliedTier {
  readonly groups: AppliedPolicy[][];
  readonly ends: (AppliedEnd & { readonly policies: Policy[] })[];
}

/** One program while it is being made; rules come in the order of the stack. */
class Draft {
  readonly #direction: Direction;
  readonly #layers: DraftTier[][] = [];
  #group: unknown;
  #policy: Policy | undefined;
  #rules: AppliedRule[] = [];

  constructor(direction: Direction) {
    this.#direction = direction;
  }

  beginLayer(): void {
    this.#layers.push([]);
  }

  addRule(tier: Tier, group: unknown, applied: AppliedRule): void {
    const { groups } = this.#tier(tier);
    if (groups.length === 0 || this.#group !== group) {
      groups.push([]);
      this.#group = group;
      this.#policy = undefined;
    }
    if (this.#policy !== applied.policy) {
      this.#rules = [];
      this.#policy = applied.policy;
      groups.at(-1)?.push({ rules: this.#rules });
    }
    this.#rules.push(applied);
  }

  addEnd(tier: Tier, { action, policy }: TierEnd, sure: boolean): void {
    const { ends } = this.#tier(tier);
    const same = ends.find((e) => e.action === action && e.sure === sure);
    if (same) same.policies.push(policy);
    else ends.push({ action, sure, policies: [policy] });
  }

  finish(): SideProgram {
    for (const tier of this.#layers.flat()) tier.ends.sort((a, b) => Number(a.sure) - Number(b.sure));
    return { direction: this.#direction, layers: this.#layers };
  }

  #tier(tier: Tier): DraftTier {
    const tiers = this.#layers.at(-1) ?? [];
    const last = tiers.at(-1);
    if (last?.tier === tier) return last;
    const next = { tier, groups: [], ends: [] };
    tiers.push(next);
    return next;
  }
}

/** Whether a rule means every peer alike, so that it tells no two of them apart. */
export function isUniversal(rule: Rule): boolean {
  return rule.peers.some((p) => p.kind === 'any' || (p.kind === 'unknown' && p.within === undefined));
}
