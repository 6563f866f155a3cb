/** Whether a selector or a peer means a node: yes, no, or not to be told from what is known of the node. */

import { type AddressRange, hasAddress } from '../../../src/algebra/address-set.ts';
import type { Address } from '../../../src/algebra/cidr.ts';
import type { Endpoint } from '../../../src/policy/endpoint.ts';
import type { Labels } from '../../../src/policy/labels.ts';
import type { Peer } from '../../../src/policy/rule.ts';
import type { Match, Predicate, Selector } from '../../../src/policy/selector.ts';
import { type DenseNode, mayHoldEndpoint } from './node.ts';

export function selects(selector: Selector, node: DenseNode): Match {
  return node.kind === 'outside' ? 'no' : selectsEndpoint(selector, node.endpoint);
}

export function meansNode(peer: Peer, node: DenseNode): Match {
  switch (peer.kind) {
    case 'any':
      return 'yes';
    case 'endpoints':
      return selects(peer.selector, node);
    case 'addresses':
      return holdsNode(peer, node);
    case 'unknown':
      return mayMeanNode(peer.within, node) ? 'maybe' : 'no';
  }
}

function selectsEndpoint({ namespace, endpoint, over }: Selector, asked: Endpoint): Match {
  if (asked.hostNetwork !== (over === 'hosts')) return 'no';
  return every([meets(namespace, asked.namespaceLabels), meets(endpoint, asked.labels)]);
}

function meets(predicate: Predicate, labels: Labels): Match {
  switch (predicate.kind) {
    case 'exists':
      return labels.has(predicate.key) ? 'yes' : absent(labels);
    case 'in':
      return isOneOf(predicate.values, labels, predicate.key);
    case 'not':
      return opposite(meets(predicate.of, labels));
    case 'and':
      return every(predicate.of.map((part) => meets(part, labels)));
  }
}

/** A label that is there without its value being shown is `null`. */
function isOneOf(values: readonly string[], labels: Labels, key: string): Match {
  if (values.length === 0) return 'no';
  const value = labels.get(key);
  if (value === undefined) return absent(labels);
  if (value === null) return 'maybe';
  return values.includes(value) ? 'yes' : 'no';
}

function absent(labels: Labels): Match {
  return labels.open ? 'maybe' : 'no';
}

function opposite(match: Match): Match {
  return match === 'maybe' ? 'maybe' : match === 'yes' ? 'no' : 'yes';
}

function every(matches: readonly Match[]): Match {
  if (matches.includes('no')) return 'no';
  return matches.includes('maybe') ? 'maybe' : 'yes';
}

function mayMeanNode(within: Selector | 'outside' | undefined, node: DenseNode): boolean {
  if (within === undefined) return true;
  if (within === 'outside') return node.kind === 'outside';
  return node.kind !== 'outside' && selectsEndpoint(within, node.endpoint) !== 'no';
}

function holdsNode({ set, endpoints }: Extract<Peer, { kind: 'addresses' }>, node: DenseNode): Match {
  // No set divides a range of outside addresses, so that one address tells.
  if (node.kind === 'outside') return hasAddress(set, firstOf(node.range)) ? 'yes' : 'no';
  if (!endpoints) return 'no';
  const { addresses } = node.endpoint;
  if (addresses.length === 0) return mayHoldEndpoint(set) ? 'maybe' : 'no';
  return [...addresses].some((address) => hasAddress(set, address)) ? 'yes' : 'no';
}

function firstOf(range: AddressRange): Address {
  return range.family === 'IPv4' ? { family: 'IPv4', value: range.first } : { family: 'IPv6', value: range.first };
}
