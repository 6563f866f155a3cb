/** What the NetworkPolicy dialect makes of a policy, in words short enough for a table. */

import { addressRanges, formatRange } from '../../src/algebra/address-set.ts';
import { formatConnections, isEmpty } from '../../src/algebra/connection-set.ts';
import { readCluster } from '../../src/kubernetes/cluster.ts';
import type { CompileOptions } from '../../src/policy/dialect.ts';
import { compilePolicies, type Policies } from '../../src/policy/dialects/registry.ts';
import type { Peer, PortSpec, Rule } from '../../src/policy/rule.ts';
import { documentsOf, type Files } from './bundle.ts';
import { policy } from './objects.ts';

export function policiesOf(files: Files, options: Partial<CompileOptions> = {}): Policies {
  const all: CompileOptions = { namespace: 'default', ipBlockPods: 'match', ...options };
  return compilePolicies(readCluster(documentsOf(files), all.namespace), all);
}

/** The policy `shop/p` with this spec. */
export function policyWith(spec: string, options: Partial<CompileOptions> = {}): Policies {
  return policiesOf(policy('shop/p', spec), options);
}

/** `ingress from any on all`, one line per rule; none where the policy is refused. */
export function rulesOf({ policies }: Policies): string[] {
  return policies.flatMap((p) => p.rules.map(ruleText));
}

/** The directions in which something is isolated, each once. */
export function isolates({ stack }: Policies): string[] {
  const ends = stack.layers.flatMap((l) => l.tiers.flatMap((t) => t.ends));
  return [...new Set(ends.map((e) => `${e.direction} ${e.action}`))];
}

function ruleText({ direction, peers, ports }: Rule): string {
  const word = direction === 'ingress' ? 'from' : 'to';
  return `${direction} ${word} ${peers.map(peerText).join(' or ') || 'nobody'} on ${portText(ports)}`;
}

function peerText(peer: Peer): string {
  switch (peer.kind) {
    case 'any':
      return 'any';
    case 'endpoints':
      return peer.selector.text;
    case 'addresses':
      return addressRanges(peer.set).map(formatRange).join('+') + (peer.endpoints ? ' with pods' : '');
    case 'unknown':
      return `unknown (${peer.reason})`;
  }
}

function portText({ numbers, names }: PortSpec): string {
  const words = names.map((n) => `${n.protocol} ${n.name}`);
  return [...(isEmpty(numbers) && words.length > 0 ? [] : [formatConnections(numbers)]), ...words].join('; ');
}
