/**
 * The peer `nodes`: nodes by their labels, as the addresses in `status.addresses`. A pod in its node's network has
 * that address. Where the bundle does not show the Node such a pod runs on, whether it is meant is unknown.
 */

import { type AddressSet, unionAddresses } from '../../../algebra/address-set.ts';
import type { Address } from '../../../algebra/cidr.ts';
import type { Field } from '../../../kubernetes/field.ts';
import type { ClusterNode } from '../../../kubernetes/node.ts';
import { compareText } from '../../../util/ordering.ts';
import { NODE_LABEL } from '../../labels.ts';
import type { Peer } from '../../rule.ts';
import { ANYTHING, isIn, matches, not, type Predicate } from '../../selector.ts';
import type { SelectorPool } from '../../selector-pool.ts';
import { readLabelSelector } from '../label-selector.ts';

const REASON = 'the bundle does not show the Node it runs on, whose labels decide';

export function readNodes(field: Field, nodes: readonly ClusterNode[], pool: SelectorPool): Peer[] {
  const hosts = (predicate: Predicate) => pool.selector(ANYTHING, pool.allOf([predicate]), 'hosts');
  const predicate = readLabelSelector(field, pool);
  const meant = nodes.filter((node) => matches(predicate, node.labels) === 'yes');
  const outside: Peer = { kind: 'addresses', set: addressesOf(meant), endpoints: false };
  if (isEverything(predicate)) return [{ kind: 'endpoints', selector: hosts(ANYTHING) }, outside];
  return [
    { kind: 'endpoints', selector: hosts(isOn(meant)) },
    outside,
    { kind: 'unknown', reason: REASON, within: hosts(not(isOn(nodes))) },
  ];
}

/** An empty selector selects every node, shown or not. */
function isEverything(predicate: Predicate): boolean {
  return predicate.kind === 'and' && predicate.of.length === 0;
}

function isOn(nodes: readonly ClusterNode[]): Predicate {
  return isIn(NODE_LABEL, nodes.map((n) => n.name).sort(compareText));
}

function addressesOf(nodes: readonly ClusterNode[]): AddressSet {
  const addresses = nodes.flatMap((n) => n.addresses);
  return unionAddresses(addresses.map(single));
}

function single(address: Address): AddressSet {
  return address.family === 'IPv4'
    ? { v4: [{ first: address.value, last: address.value }], v6: [] }
    : { v4: [], v6: [{ first: address.value, last: address.value }] };
}
