/** Addresses of private networks: RFC 1918, RFC 6598 and RFC 4193. Clusters have their pods there, hosts their containers. */

import { type AddressSet, blockSet, unionAddresses } from './address-set.ts';
import { parseCidr } from './cidr.ts';

export const PRIVATE_ADDRESSES: AddressSet = unionAddresses(
  ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'].flatMap((text) => {
    const cidr = parseCidr(text);
    return cidr ? [blockSet(cidr)] : [];
  }),
);
