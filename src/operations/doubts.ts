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
  const entries = reach.nodes.flatMap(({ kind }, node) => (kind === 'entry' ? [node] : []));
  // Nothing is known of an entry controller that is not shown: nearly every selector may mean it.
  const isUnsure = ({ peer }: Asked): boolean => {
    const { maybe } = reach.membershipOf(peer);
    if (maybe && (maybe.size > entries.length || !entries.every((node) => maybe.has(node)))) return true;
    return strangers && mayMeanStranger(peer);
  };
  for (const { policy, origin, peer } of askedFor(model).filter(isUnsure)) {
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

interface By {
  readonly policy: Policy;
  readonly origin: Origin;
}

interface Asked extends By {
  readonly peer: Peer;
}

/** Every peer of every rule, and then whom rules and ends are about, as peers too, each subject once. */
function askedFor(model: Model): Asked[] {
  const tiers = model.stacks().flatMap(({ layers }) => layers.flatMap((layer) => layer.tiers));
  const policies = tiers.flatMap(({ groups }) => groups.flat());
  const peers = policies.flatMap((policy) =>
    policy.rules.flatMap(({ origin, peers }) => peers.map((peer) => ({ policy, origin, peer }))),
  );
  const subjects = new Map<Selector, By>();
  const add = (subject: Selector, by: By): void => {
    if (!subjects.has(subject)) subjects.set(subject, by);
  };
  for (const policy of policies) for (const { subject, origin } of policy.rules) add(subject, { policy, origin });
  for (const { ends } of tiers) for (const { subject, policy } of ends) add(subject, { policy, origin: policy.origin });
  const about = Array.from(subjects, ([selector, by]): Asked => ({ ...by, peer: { kind: 'endpoints', selector } }));
  return [...peers, ...about];
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
