/** Why something in an answer is unknown: one finding for each kind of doubt, at the first rule that has it. */

import type { Model } from '../analysis/model.ts';
import { mayHoldEndpoint } from '../engine/node.ts';
import type { NodeSet } from '../engine/node-set.ts';
import type { Reach } from '../engine/reach.ts';
import type { Finding } from '../ingest/finding.ts';
import { NODE_LABEL } from '../policy/labels.ts';
import type { Peer, Policy, Rule } from '../policy/rule.ts';
import type { Selector } from '../policy/selector.ts';
import type { TierEnd } from '../policy/stack.ts';
import { endpointsIn } from '../queries/selections.ts';

/** `strangers`: the answer is also about pods that the bundle does not show. */
export function doubts(model: Model, strangers = false): Finding[] {
  const tiers = model.stacks().flatMap(({ layers }) => layers.flatMap((layer) => layer.tiers));
  const policies = tiers.flatMap(({ groups }) => groups.flat());
  const found = new Doubts(model.reach(), strangers);
  for (const policy of policies) if (!found.isComplete) found.askPeers(policy);
  for (const policy of policies) if (!found.isComplete) found.askSubjects(policy);
  for (const { ends } of tiers) if (!found.isComplete) found.askEnds(ends);
  return found.findings;
}

/** Where a finding stands: it is asked for last, because for most rules it never is. */
type Placed = Pick<Rule | Policy, 'origin'>;

/** Is told of one peer after another. There are tens of thousands, and nearly all leave no doubt. */
class Doubts {
  readonly findings: Finding[] = [];
  readonly #reach: Reach;
  readonly #unsure: ReadonlySet<Selector>;
  readonly #strangers: boolean;
  /** How many endpoints a set has: very many peers may be one set, such as all that is outside. */
  readonly #counts = new Map<NodeSet, number>();
  /** How many kinds of doubt there may be at all: what is known of peers says it, but not of which policy they are. */
  readonly #kinds: number;

  constructor(reach: Reach, strangers: boolean) {
    const { unsure, unsurePeers } = reach.selectorNotes;
    this.#reach = reach;
    this.#unsure = unsure;
    this.#strangers = strangers;
    const kinds = new Set<string>();
    for (const peer of unsurePeers) kinds.add(doubtOf(peer).rule);
    for (const selector of unsure) kinds.add(doubtOf({ kind: 'endpoints', selector }).rule);
    this.#kinds = kinds.size;
  }

  /** Whether nothing is left to be found. */
  get isComplete(): boolean {
    return !this.#strangers && this.findings.length === this.#kinds;
  }

  /** Peers that are none by selectors are asked in any case. */
  askPeers(policy: Policy): void {
    for (const rule of policy.rules) {
      for (const peer of rule.peers) {
        if (peer.kind === 'endpoints') this.#askAbout(peer.selector, policy, rule);
        else if (peer.kind !== 'any') this.#ask(peer, policy, rule);
      }
    }
  }

  /** Of whom rules are about, as of peers. */
  askSubjects(policy: Policy): void {
    for (const rule of policy.rules) this.#askAbout(rule.subject, policy, rule);
  }

  askEnds(ends: readonly TierEnd[]): void {
    for (const { subject, policy } of ends) this.#askAbout(subject, policy, policy);
  }

  #askAbout(selector: Selector, policy: Policy, at: Placed): void {
    if (this.#unsure.size > 0 && this.#unsure.has(selector)) this.#ask({ kind: 'endpoints', selector }, policy, at);
  }

  #ask(peer: Peer, policy: Policy, at: Placed): void {
    const { rule, message: why } = doubtOf(peer);
    if (this.findings.some((finding) => finding.rule === rule)) return;
    const { maybe } = this.#reach.membershipOf(peer);
    const count = maybe ? this.#endpointsOf(maybe) : 0;
    if (count === 0 && !(this.#strangers && mayMeanStranger(peer))) return;
    const whom = count === 0 ? 'pods that the bundle does not show' : `${count} of the workloads`;
    const message = `${policy.kind} ${policy.name}: whether it means ${whom} is unknown: ${why}`;
    this.findings.push({ rule, severity: 'info', message, place: at.origin });
  }

  #endpointsOf(set: NodeSet): number {
    const count = this.#counts.get(set) ?? endpointsIn(this.#reach, set).length;
    this.#counts.set(set, count);
    return count;
  }
}

function doubtOf(peer: Peer): { rule: string; message: string } {
  if (peer.kind === 'addresses') {
    const advice = 'with ipBlockPods=ignore address blocks mean outside addresses only';
    return { rule: 'NET041', message: `their addresses are not shown (status.podIP); ${advice}` };
  }
  if (peer.kind === 'unknown') return { rule: 'NET042', message: peer.reason };
  if (peer.kind === 'endpoints' && peer.selector.text.includes(JSON.stringify(NODE_LABEL))) {
    return { rule: 'NET042', message: 'the bundle does not show on which node they run' };
  }
  return { rule: 'NET043', message: 'the value of a label it asks for is not shown' };
}

function mayMeanStranger(peer: Peer): boolean {
  if (peer.kind === 'addresses') return peer.endpoints && mayHoldEndpoint(peer.set);
  if (peer.kind !== 'unknown' || peer.within === 'outside') return false;
  return peer.within === undefined || peer.within.over === 'pods';
}
