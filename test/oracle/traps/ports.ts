/** What a `ports` entry covers: names and where they resolve, ranges, and the protocols apart from each other. */
import type { PolicyPort } from '../manifests.ts';
import { container, pod, policy, type Trap } from './trap.ts';

function opens(...ports: readonly PolicyPort[]) {
  return policy('a/p', { ingress: [{ ports }] });
}

function exits(...ports: readonly PolicyPort[]) {
  return policy('b/p', { policyTypes: ['Egress'], egress: [{ ports }] });
}

const CLIENT = pod('b/client', { ports: [{ name: 'http', containerPort: 9999 }] });
const SERVER = pod('a/server', { ports: [{ name: 'http', containerPort: 8080 }] });

export const PORTS: readonly Trap[] = [
  {
    says: 'a port name is another number on another pod',
    given: [CLIENT, SERVER, pod('a/other', { ports: [{ name: 'http', containerPort: 80 }] }), opens({ port: 'http' })],
    asks: [
      'b/client > a/server TCP/8080 = allow',
      'b/client > a/server TCP/80 = deny',
      'b/client > a/other TCP/80 = allow',
      'b/client > a/other TCP/8080 = deny',
    ],
  },
  {
    says: 'a port name that the pod does not declare matches nothing, not everything',
    given: [CLIENT, SERVER, opens({ port: 'metrics' })],
    asks: ['b/client > a/server TCP/8080 = deny', 'b/client > a/server TCP/80 = deny'],
  },
  {
    says: 'a port name needs the protocol of its declaration',
    given: [
      CLIENT,
      pod('a/server', { ports: [{ name: 'dns', containerPort: 53, protocol: 'UDP' }] }),
      pod('a/udp', { ports: [{ name: 'dns', containerPort: 53, protocol: 'UDP' }], labels: { app: 'udp' } }),
      opens({ port: 'dns' }),
      policy('a/q', {
        podSelector: { matchLabels: { app: 'udp' } },
        ingress: [{ ports: [{ port: 'dns', protocol: 'UDP' }] }],
      }),
    ],
    asks: [
      'b/client > a/server TCP/53 = deny',
      'b/client > a/server UDP/53 = deny',
      'b/client > a/udp UDP/53 = allow',
      'b/client > a/udp TCP/53 = deny',
    ],
  },
  {
    says: 'an egress rule resolves a port name at the destination, not at the source',
    given: [CLIENT, SERVER, exits({ port: 'http' })],
    asks: ['b/client > a/server TCP/8080 = allow', 'b/client > a/server TCP/9999 = deny'],
  },
  {
    says: 'an ingress rule resolves a port name at the destination, not at the source',
    given: [CLIENT, SERVER, opens({ port: 'http' })],
    asks: ['b/client > a/server TCP/8080 = allow', 'b/client > a/server TCP/9999 = deny'],
  },
  {
    says: 'a port name towards an outside address matches nothing',
    given: [CLIENT, exits({ port: 'http' })],
    asks: ['b/client > 8.8.8.8 TCP/9999 = deny', 'b/client > 8.8.8.8 TCP/80 = deny'],
  },
  {
    says: 'a port name resolves on a pod of the host network too',
    given: [
      CLIENT,
      pod('a/host', { ports: [{ name: 'http', containerPort: 8080 }], spec: { hostNetwork: true } }),
      exits({ port: 'http' }),
    ],
    asks: ['b/client > a/host TCP/8080 = allow', 'b/client > a/host TCP/80 = deny'],
  },
  {
    says: 'sidecars declare port names, plain init containers do not',
    given: [
      CLIENT,
      pod('a/server', {
        spec: {
          initContainers: [
            container('init', [{ name: 'http', containerPort: 1 }]),
            { ...container('sidecar', [{ name: 'http', containerPort: 2 }]), restartPolicy: 'Always' },
          ],
        },
      }),
      opens({ port: 'http' }),
    ],
    asks: ['b/client > a/server TCP/1 = deny', 'b/client > a/server TCP/2 = allow'],
  },
  {
    says: 'of one name declared twice the first counts, containers before sidecars',
    given: [
      CLIENT,
      pod('a/server', {
        spec: {
          initContainers: [{ ...container('side', [{ name: 'http', containerPort: 1 }]), restartPolicy: 'Always' }],
          containers: [
            container('udp', [{ name: 'http', containerPort: 2, protocol: 'UDP' }]),
            container('one', [{ name: 'http', containerPort: 3 }]),
            container('two', [{ name: 'http', containerPort: 4 }]),
          ],
        },
      }),
      opens({ port: 'http' }),
    ],
    asks: [
      'b/client > a/server TCP/1 = deny',
      'b/client > a/server TCP/2 = deny',
      'b/client > a/server TCP/3 = allow',
      'b/client > a/server TCP/4 = deny',
    ],
  },
  {
    says: 'a range that ends where it begins is one port',
    given: [CLIENT, SERVER, opens({ port: 80, endPort: 80 })],
    asks: [
      'b/client > a/server TCP/79 = deny',
      'b/client > a/server TCP/80 = allow',
      'b/client > a/server TCP/81 = deny',
    ],
  },
  {
    says: 'a range includes its last port, up to 65535',
    given: [CLIENT, SERVER, opens({ port: 32768, endPort: 65535 })],
    asks: ['b/client > a/server TCP/32767 = deny', 'b/client > a/server TCP/65535 = allow'],
  },
  {
    says: 'ranges that touch or overlap single ports are one stretch',
    given: [CLIENT, SERVER, opens({ port: 80, endPort: 81 }, { port: 82 }, { port: 81, endPort: 83 })],
    asks: [
      'b/client > a/server TCP/79 = deny',
      'b/client > a/server TCP/82 = allow',
      'b/client > a/server TCP/84 = deny',
    ],
  },
  {
    says: 'a port that no container declares is reachable where the number is allowed',
    given: [CLIENT, SERVER, opens({ port: 7777 })],
    asks: ['b/client > a/server TCP/7777 = allow', 'b/client > a/server TCP/8080 = deny'],
  },
  {
    says: 'one number under TCP and UDP is two ports',
    given: [CLIENT, SERVER, opens({ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'SCTP' })],
    asks: [
      'b/client > a/server UDP/53 = allow',
      'b/client > a/server SCTP/53 = allow',
      'b/client > a/server TCP/53 = deny',
    ],
  },
  {
    says: 'a policy about SCTP only isolates TCP',
    given: [CLIENT, SERVER, opens({ port: 80, protocol: 'SCTP' })],
    asks: ['b/client > a/server TCP/80 = deny', 'b/client > a/server SCTP/80 = allow'],
  },
  {
    says: 'all ports of all three protocols are not all protocols',
    given: [CLIENT, SERVER, opens({ protocol: 'TCP' }, { protocol: 'UDP' }, { protocol: 'SCTP' })],
    asks: ['b/client > a/server SCTP/9 = allow', 'b/client > a/server other/0 = deny'],
  },
  {
    says: 'sides without a common port leave no connection',
    given: [CLIENT, SERVER, opens({ port: 81 }), exits({ port: 80 })],
    asks: ['b/client > a/server TCP/80 = deny', 'b/client > a/server TCP/81 = deny'],
  },
];
