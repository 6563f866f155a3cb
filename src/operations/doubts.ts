/** Why something in an answer is unknown: one finding for each kind of doubt, at the first rule that has it. */

import type { Model } from '../analysis/model.ts';
import { mayHoldEndpoint } from '../engine/node.ts';
import type { NodeSet } from '../engine/node-set.ts';
import type { Reach } from '../engine/reach.ts';
import type { Origin } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import { NODE_LABEL } from '../policy/labels.ts';
import type { Peer, Policy, Rule } from '../policy/rule.ts';
import type { Selector } from '../policy/selector.ts';
import type { PolicyStack } from '../policy/stack.ts';
import { endpointsIn } from '../queries/selections.ts';

/** `strangers`: the answer is also about pods that the bundle does not show. */
export function doubts(model: Model, strangers = false): Finding[] {
  const findings = new Map<string, Finding>();
  const reach = model.reach();
  for (const { policy, origin, peer } of new Unsure(reach, strangers).in(model.stacks())) {
    const doubt = doubtOf(peer);
    if (findings.has(doubt.rule)) continue;
    const { maybe } = reach.membershipOf(peer);
    const count = maybe ? endpointsIn(reach, maybe).length : 0;
    if (count === 0 && !(strangers && mayMeanStranger(peer))) continue;
    const whom = count === 0 ? 'pods that the bundle does not show' : `${count} of the workloads`;
    const message = `${policy.kind} ${policy.name}: whether it means ${whom} is unknown: ${doubt.message}`;
    findings.set(doubt.rule, { rule: doubt.rule, severity: 'info', message, place: origin });
  }
  return [...findings.values()];
}

interface Asked {
  readonly policy: Policy;
  readonly origin: Origin;
  readonly peer: Peer;
}

/** Those of whom it may be unknown whether they are meant. */
class Unsure {
  readonly #reach: Reach;
  readonly #strangers: boolean;
  /** Nothing is known of an entry controller that is not shown: nearly every selector may mean it. */
  readonly #entries: readonly number[];
  readonly #subjects = new Set<Selector>();

  constructor(reach: Reach, strangers: boolean) {
    this.#reach = reach;
    this.#strangers = strangers;
    this.#entries = reach.nodes.flatMap(({ kind }, node) => (kind === 'entry' ? [node] : []));
  }

  /** Of every peer of every rule, and then of whom rules and ends are about, as peers too. */
  in(stacks: readonly PolicyStack[]): Asked[] {
    const tiers = stacks.flatMap(({ layers }) => layers.flatMap((layer) => layer.tiers));
    const policies = tiers.flatMap(({ groups }) => groups.flat());
    return [
      ...policies.flatMap((policy) => this.#peersOf(policy)),
      ...policies.flatMap((policy) => policy.rules.flatMap((rule) => this.#about(policy, rule))),
      ...tiers.flatMap(({ ends }) =>
        ends.flatMap(({ policy, subject }) => this.#about(policy, { subject, origin: policy.origin })),
      ),
    ];
  }

  #peersOf(policy: Policy): readonly Asked[] {
    const found: Asked[] = [];
    for (const { origin, peers } of policy.rules) {
      for (const peer of peers) if (this.#is(peer)) found.push({ policy, origin, peer });
    }
    return found;
  }

  /** Each subject once. */
  #about(policy: Policy, { subject, origin }: Pick<Rule, 'subject' | 'origin'>): readonly Asked[] {
    if (this.#subjects.has(subject)) return NOBODY;
    this.#subjects.add(subject);
    const peer = { kind: 'endpoints', selector: subject } as const;
    return this.#is(peer) ? [{ policy, origin, peer }] : NOBODY;
  }

  #is(peer: Peer): boolean {
    const { maybe } = this.#reach.membershipOf(peer);
    if (maybe && !this.#areEntries(maybe)) return true;
    return this.#strangers && mayMeanStranger(peer);
  }

  #areEntries(set: NodeSet): boolean {
    if (set.size > this.#entries.length) return false;
    for (const entry of this.#entries) if (!set.has(entry)) return false;
    return true;
  }
}

const NOBODY: readonly Asked[] = [];

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
