/** Policies as their authors wrote them: whom they isolate, and every rule with its peers and ports, by file and line. */

import { addressRanges, formatRange } from '../algebra/address-set.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { Action, Direction, Peer, Policy, PortName, Rule } from '../policy/rule.ts';
import type { TierEnd } from '../policy/stack.ts';
import { byKeys } from '../util/ordering.ts';
import { connectionJson } from './connection-json.ts';
import type { ConnectionSetJson } from './results.ts';
import { type PodSelectorJson, podSelectorJson } from './selector-json.ts';

export interface PolicyJson {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly isolates: readonly IsolationJson[];
  readonly rules: readonly RuleJson[];
}

/** For these pods, what no policy of the tier allows is denied. */
export interface IsolationJson {
  readonly direction: Direction;
  readonly subject: PodSelectorJson;
}

export interface RuleJson {
  /** In the policy's own list of this direction, from 0. */
  readonly position: number;
  readonly direction: Direction;
  readonly action: Action;
  readonly subject: PodSelectorJson;
  readonly peers: readonly RulePeerJson[];
  readonly ports: ConnectionSetJson;
  readonly portNames: readonly PortName[];
  readonly file: string;
  readonly line: number;
}

export interface RulePeerJson {
  readonly kind: Peer['kind'];
  readonly selector?: PodSelectorJson;
  readonly addresses: readonly string[];
  readonly reason?: string;
  /** For people. */
  readonly text: string;
}

/** The policies in force, sorted by kind, namespace and name. */
export function policiesInForce(analysis: Analysis): Policy[] {
  return analysis.policies().policies.toSorted(
    byKeys(
      (p) => p.kind,
      (p) => p.namespace ?? '',
      (p) => p.name,
    ),
  );
}

/** What is written of the policies given, whether or not the network plugin enforces it. */
export function policiesJson(analysis: Analysis, policies: readonly Policy[]): PolicyJson[] {
  const tiers = analysis.policies().stack.layers.flatMap((layer) => layer.tiers);
  const ends = Map.groupBy(
    tiers.flatMap((tier) => tier.ends),
    (end) => end.policy,
  );
  return policies.map((policy) => policyJson(analysis, policy, ends.get(policy) ?? []));
}

function policyJson(analysis: Analysis, policy: Policy, ends: readonly TierEnd[]): PolicyJson {
  const { kind, namespace, name, origin, rules } = policy;
  const { file, line } = analysis.locate(origin);
  return {
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
    file,
    line,
    isolates: ends
      .filter((end) => end.action === 'deny')
      .map(({ direction, subject }) => ({ direction, subject: podSelectorJson(subject) })),
    rules: rules.map((rule) => ruleJson(analysis, rule)),
  };
}

function ruleJson(analysis: Analysis, rule: Rule): RuleJson {
  const { index, direction, action, subject, peers, ports, origin } = rule;
  const { file, line } = analysis.locate(origin);
  return {
    position: index,
    direction,
    action,
    subject: podSelectorJson(subject),
    peers: peers.map(rulePeerJson),
    ports: connectionJson(ports.numbers),
    portNames: ports.names,
    file,
    line,
  };
}

function rulePeerJson(peer: Peer): RulePeerJson {
  switch (peer.kind) {
    case 'any':
      return { kind: 'any', addresses: [], text: 'everyone' };
    case 'endpoints': {
      const selector = podSelectorJson(peer.selector);
      return { kind: 'endpoints', selector, addresses: [], text: selector.text };
    }
    case 'addresses': {
      const addresses = addressRanges(peer.set).map(formatRange);
      return { kind: 'addresses', addresses, text: addresses.join(', ') };
    }
    case 'unknown':
      return { kind: 'unknown', addresses: [], reason: peer.reason, text: `unknown: ${peer.reason}` };
  }
}
