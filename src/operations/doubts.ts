/** Why something in an answer is unknown: one finding for each kind of doubt, at the first rule that has it. */

import type { Model } from '../analysis/model.ts';
import { mayHoldEndpoint } from '../engine/node.ts';
import type { Origin } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import { NODE_LABEL } from '../policy/labels.ts';
import type { Peer, Policy } from '../policy/rule.ts';
import type { Selector } from '../policy/selector.ts';
import { endpointsIn } from '../queries/selections.ts';

/** `strangers`: the answer is also about pods that the bundle does not show. */
export function doubts(model: Model, strangers = false): Finding[] {
  const findings = new Map<string, Finding>();
  const reach = model.reach();
  for (const { policy, origin, peer } of askedFor(model)) {
    const { maybe } = reach.membershipOf(peer);
    const stranger = strangers && mayMeanStranger(peer);
    if (!maybe && !stranger) continue;
    const doubt = doubtOf(peer);
    if (findings.has(doubt.rule)) continue;
    const count = maybe ? endpointsIn(reach, maybe).length : 0;
    if (count === 0 && !stranger) continue;
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

/** Every peer of every rule, and then whom rules and ends are about, as peers too. */
function* askedFor(model: Model): Generator<Asked> {
  const tiers = model.stacks().flatMap(({ layers }) => layers.flatMap((layer) => layer.tiers));
  const rules = tiers.flatMap((t) =>
    t.groups.flat().flatMap((policy) => policy.rules.map((rule) => ({ policy, rule }))),
  );
  const about = (selector: Selector): Peer => ({ kind: 'endpoints', selector });
  for (const { policy, rule } of rules) for (const peer of rule.peers) yield { policy, origin: rule.origin, peer };
  for (const { policy, rule } of rules) yield { policy, origin: rule.origin, peer: about(rule.subject) };
  for (const { policy, subject } of tiers.flatMap((t) => t.ends)) {
    yield { policy, origin: policy.origin, peer: about(subject) };
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
