/** Which pods an ipBlock finds: by addresses they show, show in part or do not show, on the pod network and on the host. */
import type { IpBlock, PodStatus } from '../manifests.ts';
import { pod, policy, type Trap } from './trap.ts';

const SERVER = pod('a/server');

function admits(...blocks: readonly IpBlock[]) {
  return policy('a/p', { ingress: [{ from: blocks.map((ipBlock) => ({ ipBlock })) }] });
}

function client(status: PodStatus) {
  return pod('b/client', { status });
}

function host(status: PodStatus) {
  return pod('b/client', { spec: { hostNetwork: true, nodeName: 'node-b' }, status });
}

const SERVER_ON_A_NODE = pod('a/server', { spec: { nodeName: 'node-a' } });

export const POD_ADDRESSES: readonly Trap[] = [
  {
    says: 'a block matches a pod by an address it shows',
    given: [SERVER, client({ podIP: '10.0.0.5' }), admits({ cidr: '10.0.0.4/31' })],
    asks: ['b/client > a/server TCP/80 = allow'],
  },
  {
    says: 'a block does not match a pod whose address is elsewhere or excepted',
    given: [SERVER, client({ podIP: '10.0.0.5' }), admits({ cidr: '10.0.0.4/30', except: ['10.0.0.5/32'] })],
    asks: ['b/client > a/server TCP/80 = deny'],
  },
  {
    says: 'any one of the addresses of a pod with two families suffices',
    given: [
      SERVER,
      client({ podIP: '10.0.0.5', podIPs: [{ ip: '10.0.0.5' }, { ip: 'fd00::5' }] }),
      admits({ cidr: '10.9.0.0/16' }, { cidr: 'fd00::/64' }),
    ],
    asks: ['b/client > a/server TCP/80 = allow'],
  },
  {
    says: 'a pod that shows addresses of one family has none of the other',
    given: [SERVER, client({ podIP: '10.0.0.5' }), admits({ cidr: '::/0' })],
    asks: ['b/client > a/server TCP/80 = deny'],
  },
  {
    says: 'a block may match a pod that shows no address',
    given: [SERVER, client({}), admits({ cidr: '10.0.0.0/30' })],
    asks: ['b/client > a/server TCP/80 = unknown'],
  },
  {
    says: 'certain permission outweighs an uncertain one, and certain refusal on the other side too',
    given: [
      SERVER,
      client({}),
      admits({ cidr: '10.0.0.0/30' }),
      policy('a/q', { ingress: [{ ports: [{ port: 443 }] }] }),
      policy('b/out', { policyTypes: ['Egress'], egress: [{ ports: [{ port: 443 }, { port: 80 }] }] }),
    ],
    asks: [
      'b/client > a/server TCP/443 = allow',
      'b/client > a/server TCP/80 = unknown',
      'b/client > a/server TCP/81 = deny',
    ],
  },
  {
    says: 'two blocks that cover everything together are still two open questions',
    given: [SERVER, client({}), admits({ cidr: '0.0.0.0/1' }, { cidr: '128.0.0.0/1' }, { cidr: '::/0' })],
    asks: ['b/client > a/server TCP/80 = unknown'],
  },
  {
    says: 'a block without an address that a pod can have matches no pod',
    given: [
      SERVER,
      client({}),
      admits(
        { cidr: '127.0.0.0/8' },
        { cidr: '224.0.0.0/3' },
        { cidr: '0.0.0.0/7', except: ['1.0.0.0/8'] },
        { cidr: '10.0.0.0/31', except: ['10.0.0.0/32', '10.0.0.1/32'] },
        { cidr: '::/127' },
        { cidr: 'fe80::/10' },
        { cidr: 'ff02::/16' },
      ),
    ],
    asks: ['b/client > a/server TCP/80 = deny', '127.0.0.1 > a/server TCP/80 = allow'],
  },
  {
    says: 'a block with one address left that a pod can have is uncertain again',
    given: [SERVER, client({}), admits({ cidr: '10.0.0.0/31', except: ['10.0.0.0/32'] })],
    asks: ['b/client > a/server TCP/80 = unknown'],
  },
  {
    says: 'a pod of the pod network is not found by the address of its node',
    given: [SERVER, client({ podIP: '10.0.0.5', hostIP: '192.168.0.1' }), admits({ cidr: '192.168.0.0/24' })],
    asks: ['b/client > a/server TCP/80 = deny'],
  },
  {
    says: 'a pod that shows only the address of its node shows none of its own',
    given: [SERVER, client({ hostIP: '192.168.0.1' }), admits({ cidr: '10.0.0.0/8' })],
    asks: ['b/client > a/server TCP/80 = unknown'],
  },
  {
    says: 'a block finds a host-network pod by the address of its node',
    given: [SERVER_ON_A_NODE, host({ hostIP: '192.168.0.1' }), admits({ cidr: '192.168.0.0/24' })],
    asks: ['b/client > a/server TCP/80 = allow'],
  },
  {
    says: 'a block elsewhere does not find a host-network pod that shows its address',
    given: [SERVER_ON_A_NODE, host({ hostIPs: [{ ip: '192.168.0.1' }] }), admits({ cidr: '10.0.0.0/8' })],
    asks: ['b/client > a/server TCP/80 = deny'],
  },
  {
    says: 'a block may find a host-network pod that shows no address',
    given: [SERVER_ON_A_NODE, host({}), admits({ cidr: '10.0.0.0/8' })],
    asks: ['b/client > a/server TCP/80 = unknown'],
  },
  {
    says: 'an outside address is no pod, though its number is that of one',
    given: [
      SERVER,
      client({ podIP: '10.0.0.5' }),
      policy('a/p', { ingress: [{ from: [{ namespaceSelector: {} }] }] }),
      policy('b/p', {}),
    ],
    asks: ['10.0.0.5 > a/server TCP/80 = deny', 'a/server > 10.0.0.5 TCP/80 = allow'],
  },
  {
    says: 'with ipBlockPods ignore a block speaks only about the outside',
    given: [
      SERVER_ON_A_NODE,
      client({ podIP: '10.0.0.5' }),
      pod('b/unshown'),
      pod('b/host', { spec: { hostNetwork: true, nodeName: 'node-b' }, status: { podIP: '192.168.0.1' } }),
      admits({ cidr: '0.0.0.0/0' }, { cidr: '::/0' }),
    ],
    options: { ipBlockPods: 'ignore' },
    asks: [
      'b/client > a/server TCP/80 = deny',
      'b/unshown > a/server TCP/80 = deny',
      'b/host > a/server TCP/80 = deny',
      '10.0.0.5 > a/server TCP/80 = allow',
    ],
  },
];
