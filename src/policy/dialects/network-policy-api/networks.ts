/**
 * The peer `networks`: blocks of addresses, each of which must satisfy `isCIDR` of the Kubernetes CEL library
 * (k8s.io/apiserver pkg/cel/library/cidr.go): bits beyond the prefix may be set, IPv4 written as IPv6 may not.
 */

import { type AddressSet, blockSet, unionAddresses } from '../../../algebra/address-set.ts';
import { parseCidr } from '../../../algebra/cidr.ts';
import type { Field } from '../../../kubernetes/field.ts';
import { readTextSet } from './shapes.ts';

export function readNetworks(field: Field): AddressSet {
  return unionAddresses(readTextSet(field, 'network').flatMap(({ item, text }) => readNetwork(item, text)));
}

function readNetwork(item: Field, text: string): AddressSet[] {
  const cidr = parseCidr(text);
  if (!cidr || cidr.mapped) {
    const hint = cidr ? 'an IPv4 block written as IPv6 is not taken' : 'not a CIDR block';
    item.refuse('NET011', `${hint}; write an address and a prefix, such as 10.0.0.0/8 or fd00::/8`);
    return [];
  }
  if (cidr.hostBits) {
    const message =
      'bits are set beyond the prefix, so the block begins before this address; new API servers refuse it';
    item.scope.report({ rule: 'NET011', severity: 'warning', message, pointer: item.pointer });
  }
  return [blockSet(cidr)];
}
