/** Pods that policies treat apart: those of the host network, finished ones, oneself, the own node, two families. */
import { pod, policy, type Trap } from './trap.ts';

const EVERYTHING_CLOSED = { policyTypes: ['Ingress', 'Egress'] } as const;
const SERVER = pod('a/server', { spec: { nodeName: 'node-a' } });

function host(path: string, nodeName?: string) {
  return pod(path, {
    labels: { app: 'agent' },
    spec: { hostNetwork: true, ...(nodeName !== undefined && { nodeName }) },
    status: { hostIP: '192.168.0.1' },
  });
}

export const PODS: readonly Trap[] = [
  {
    says: 'no policy applies to a pod of the host network, on neither side',
    given: [host('a/host'), pod('b/client'), policy('a/p', EVERYTHING_CLOSED)],
    asks: ['b/client > a/host TCP/80 = allow', 'a/host > b/client TCP/80 = allow', 'a/host > 8.8.8.8 UDP/53 = allow'],
  },
  {
    says: 'no label selector finds a pod of the host network',
    given: [
      SERVER,
      host('b/host', 'node-b'),
      policy('a/p', {
        ingress: [
          {
            from: [
              { namespaceSelector: {} },
              { namespaceSelector: {}, podSelector: { matchLabels: { app: 'agent' } } },
              { podSelector: {} },
            ],
          },
        ],
      }),
    ],
    asks: ['b/host > a/server TCP/80 = deny'],
  },
  {
    says: 'an egress selector does not find a pod of the host network either',
    given: [
      SERVER,
      host('a/host', 'node-b'),
      policy('a/p', { ...EVERYTHING_CLOSED, egress: [{ to: [{ podSelector: {} }] }] }),
    ],
    asks: ['a/server > a/host TCP/80 = deny'],
  },
  {
    says: 'a rule without peers admits a pod of the host network',
    given: [SERVER, host('b/host', 'node-b'), policy('a/p', { ingress: [{ ports: [{ port: 80 }] }] })],
    asks: ['b/host > a/server TCP/80 = allow', 'b/host > a/server TCP/81 = deny'],
  },
  {
    says: 'a finished pod is nobody: it changes no answer of others that took over its address',
    given: [
      SERVER,
      pod('b/done', { status: { phase: 'Succeeded', podIP: '10.0.0.5' }, labels: { app: 'trusted' } }),
      pod('b/failed', { status: { phase: 'Failed', podIP: '10.0.0.5' }, labels: { app: 'trusted' } }),
      pod('b/next', { status: { podIP: '10.0.0.5' } }),
      policy('a/p', {
        ingress: [{ from: [{ namespaceSelector: {}, podSelector: { matchLabels: { app: 'trusted' } } }] }],
      }),
    ],
    asks: ['b/next > a/server TCP/80 = deny'],
  },
  {
    says: 'a pod always reaches itself, and its sibling only as policy says',
    given: [SERVER, pod('a/sibling'), policy('a/p', EVERYTHING_CLOSED)],
    asks: [
      'a/server > a/server TCP/80 = allow',
      'a/server > a/server other/0 = allow',
      'a/server > a/sibling TCP/80 = deny',
    ],
  },
  {
    says: 'the own node reaches a pod under deny all, another node does not',
    given: [SERVER, host('b/near', 'node-a'), host('b/far', 'node-b'), policy('a/p', EVERYTHING_CLOSED)],
    asks: ['b/near > a/server TCP/80 = allow', 'b/near > a/server other/0 = allow', 'b/far > a/server TCP/80 = deny'],
  },
  {
    says: 'egress to the own node is a matter of policy',
    given: [SERVER, host('b/near', 'node-a'), policy('a/p', EVERYTHING_CLOSED)],
    asks: ['a/server > b/near TCP/80 = deny'],
  },
  {
    says: 'a pod of the pod network on the own node is no exception',
    given: [SERVER, pod('b/near', { spec: { nodeName: 'node-a' } }), policy('a/p', EVERYTHING_CLOSED)],
    asks: ['b/near > a/server TCP/80 = deny'],
  },
  {
    says: 'whether an unshown node is the own one stays unknown, unless policy allows anyway',
    given: [
      SERVER,
      pod('a/somewhere'),
      host('b/unplaced'),
      host('b/placed', 'node-a'),
      policy('a/p', { ingress: [{ ports: [{ port: 80 }] }] }),
    ],
    asks: [
      'b/unplaced > a/server TCP/81 = unknown',
      'b/unplaced > a/server TCP/80 = allow',
      'b/placed > a/somewhere TCP/81 = unknown',
      'b/unplaced > a/somewhere TCP/81 = unknown',
    ],
  },
  {
    says: 'a pending pod is governed like a running one',
    given: [pod('a/new', { status: { phase: 'Pending' } }), SERVER, policy('a/p', {})],
    asks: ['a/server > a/new TCP/80 = deny'],
  },
  {
    says: 'a pod with two families is found by either of them',
    given: [
      SERVER,
      pod('b/dual', { status: { podIPs: [{ ip: '10.0.0.5' }, { ip: 'fd00::5' }] } }),
      policy('a/p', { ingress: [{ from: [{ ipBlock: { cidr: 'fd00::/64' } }] }] }),
      policy('b/p', { ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/24' } }] }] }),
    ],
    asks: ['b/dual > a/server TCP/80 = allow', 'a/server > b/dual TCP/80 = unknown'],
  },
];
