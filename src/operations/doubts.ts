/** Why something in a matrix is unknown: one finding for each kind of doubt, at the first rule that has it. */

import type { Analysis } from '../analysis/analysis.ts';
import { membershipOf } from '../engine/membership.ts';
import type { Finding } from '../ingest/finding.ts';
import type { Peer, Policy, Rule } from '../policy/rule.ts';

export function doubts(analysis: Analysis): Finding[] {
  const findings = new Map<string, Finding>();
  const reach = analysis.reach();
  for (const { policy, rule, peer } of rulePeers(analysis)) {
    const doubt = doubtOf(peer);
    if (findings.has(doubt.rule)) continue;
    const membership = reach.membershipOf(peer);
    const count = reach.nodes.reduce((n, _, i) => n + (membershipOf(membership, i) === 'maybe' ? 1 : 0), 0);
    if (count === 0) continue;
    const message = `${policy.kind} ${policy.name}: whether a rule means ${count} of the workloads is unknown: ${doubt.message}`;
    findings.set(doubt.rule, { rule: doubt.rule, severity: 'info', message, place: rule.origin });
  }
  return [...findings.values()];
}

function* rulePeers(analysis: Analysis): Generator<{ policy: Policy; rule: Rule; peer: Peer }> {
  for (const { tiers } of analysis.policies().stack.layers) {
    for (const policy of tiers.flatMap((t) => t.groups.flat())) {
      for (const rule of policy.rules) for (const peer of rule.peers) yield { policy, rule, peer };
    }
  }
}

function doubtOf(peer: Peer): { rule: string; message: string } {
  if (peer.kind === 'addresses') {
    const advice = 'with ipBlockPods=ignore address blocks mean outside addresses only';
    return { rule: 'NET041', message: `their addresses are not shown (status.podIP); ${advice}` };
  }
  if (peer.kind === 'unknown') return { rule: 'NET042', message: peer.reason };
  return { rule: 'NET043', message: 'the value of a label it asks for is not shown' };
}
