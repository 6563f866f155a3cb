/** What an ipBlock covers of the world outside: families, excepts, spellings, and borders to the address. */
import type { IpBlock } from '../manifests.ts';
import { pod, policy, type Trap } from './trap.ts';

const SERVER = pod('a/server');

function admits(...blocks: readonly IpBlock[]) {
  return policy('a/p', { ingress: [{ from: blocks.map((ipBlock) => ({ ipBlock })) }] });
}

export const ADDRESSES: readonly Trap[] = [
  {
    says: 'a block is its cidr without its excepts, to the address',
    given: [SERVER, admits({ cidr: '10.0.0.0/24', except: ['10.0.0.8/29'] })],
    asks: [
      '9.255.255.255 > a/server TCP/80 = deny',
      '10.0.0.0 > a/server TCP/80 = allow',
      '10.0.0.7 > a/server TCP/80 = allow',
      '10.0.0.8 > a/server TCP/80 = deny',
      '10.0.0.15 > a/server TCP/80 = deny',
      '10.0.0.16 > a/server TCP/80 = allow',
      '10.0.0.255 > a/server TCP/80 = allow',
      '10.0.1.0 > a/server TCP/80 = deny',
    ],
  },
  {
    says: 'what one peer excepts another may allow',
    given: [
      SERVER,
      admits({ cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }),
      policy('a/q', {
        ingress: [{ from: [{ ipBlock: { cidr: '10.1.2.0/24' } }] }],
      }),
    ],
    asks: ['10.1.2.3 > a/server TCP/80 = allow', '10.1.3.3 > a/server TCP/80 = deny'],
  },
  {
    says: 'overlapping excepts take out their union',
    given: [SERVER, admits({ cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '10.1.2.0/24', '10.1.128.0/17'] })],
    asks: [
      '10.1.2.3 > a/server TCP/80 = deny',
      '10.1.9.9 > a/server TCP/80 = deny',
      '10.2.0.0 > a/server TCP/80 = allow',
    ],
  },
  {
    says: 'all of IPv4 holds no IPv6 address, and the reverse',
    given: [
      SERVER,
      pod('b/server'),
      admits({ cidr: '0.0.0.0/0' }),
      policy('b/p', {
        ingress: [{ from: [{ ipBlock: { cidr: '::/0' } }] }],
      }),
    ],
    asks: [
      '1.2.3.4 > a/server TCP/80 = allow',
      '2001:db8::1 > a/server TCP/80 = deny',
      '2001:db8::1 > b/server TCP/80 = allow',
      '1.2.3.4 > b/server TCP/80 = deny',
    ],
  },
  {
    says: 'host bits of a cidr are dropped',
    given: [SERVER, admits({ cidr: '192.168.242.213/24' })],
    asks: ['192.168.242.1 > a/server TCP/80 = allow', '192.168.243.1 > a/server TCP/80 = deny'],
  },
  {
    says: 'the longest and the shortest prefixes are blocks like others',
    given: [
      SERVER,
      pod('b/server'),
      admits({ cidr: '8.8.8.8/32' }, { cidr: '0.0.0.0/31' }),
      policy('b/p', {
        ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }],
      }),
    ],
    asks: [
      '8.8.8.8 > a/server TCP/80 = allow',
      '8.8.8.9 > a/server TCP/80 = deny',
      '0.0.0.1 > a/server TCP/80 = allow',
      '0.0.0.2 > a/server TCP/80 = deny',
      '255.255.255.255 > b/server TCP/80 = allow',
    ],
  },
  {
    says: '0.0.0.0/4 holds 10.x',
    given: [SERVER, admits({ cidr: '0.0.0.0/4' })],
    asks: ['10.1.2.3 > a/server TCP/80 = allow', '16.0.0.0 > a/server TCP/80 = deny'],
  },
  {
    says: 'IPv6 is read in every spelling',
    given: [SERVER, admits({ cidr: '2001:DB8::/32' }, { cidr: '64:ff9b::192.0.2.0/124' })],
    asks: [
      '2001:0db8:0:0:0:0:0:1 > a/server TCP/80 = allow',
      '2001:db9::1 > a/server TCP/80 = deny',
      '64:ff9b::c000:20f > a/server TCP/80 = allow',
      '64:ff9b::c000:210 > a/server TCP/80 = deny',
    ],
  },
  {
    says: 'an egress block towards the outside is asked about the destination',
    given: [
      SERVER,
      policy('a/p', { policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '8.8.8.0/24' } }] }] }),
    ],
    asks: ['a/server > 8.8.8.8 UDP/53 = allow', 'a/server > 8.8.9.8 UDP/53 = deny'],
  },
];
