/** Which pods stand behind a Service, at which of their ports, and that policy looks there and not at the Service. */
import type { PolicyPort } from '../manifests.ts';
import { adminPolicy, container, pod, policy, service, type Trap } from './trap.ts';

const CLIENT = pod('b/client');
const WEB = { app: 'web' };

function web(path: string, name: string, containerPort: number) {
  return pod(path, { labels: WEB, ports: [{ name, containerPort }] });
}

function opens(...ports: readonly PolicyPort[]) {
  return policy('a/p', { ingress: [{ ports }] });
}

const ONE = web('a/one', 'http', 8080);
const TWO = web('a/two', 'http', 8081);

export const SERVICES: readonly Trap[] = [
  {
    says: '58: a policy about the port of the Service does not open the port of the pod',
    given: [
      CLIENT,
      ONE,
      opens({ port: 80 }),
      service('a/web', { selector: WEB, ports: [{ port: 80, targetPort: 8080 }] }),
    ],
    asks: ['b/client > service:a/web TCP/80 = a/one deny'],
  },
  {
    says: '58: a policy about the port of the pod does, and nobody listens at other ports of the Service',
    given: [
      CLIENT,
      ONE,
      opens({ port: 8080 }),
      service('a/web', { selector: WEB, ports: [{ port: 80, targetPort: 8080 }] }),
    ],
    asks: [
      'b/client > service:a/web TCP/80 = a/one allow',
      'b/client > service:a/web TCP/8080 = nobody',
      'b/client > service:a/web UDP/80 = nobody',
      'b/client > service:a/web other/0 = nobody',
    ],
  },
  {
    says: 'without targetPort the port is the same, and each protocol has its own entry',
    given: [
      CLIENT,
      ONE,
      opens({ port: 53 }, { port: 5353, protocol: 'UDP' }),
      service('a/web', {
        selector: WEB,
        ports: [
          { name: 'udp', port: 53, protocol: 'UDP', targetPort: 5353 },
          { name: 'tcp', port: 53 },
          { name: 'sctp', port: 53, protocol: 'SCTP' },
        ],
      }),
    ],
    asks: [
      'b/client > service:a/web TCP/53 = a/one allow',
      'b/client > service:a/web UDP/53 = a/one allow',
      'b/client > service:a/web SCTP/53 = a/one deny',
    ],
  },
  {
    says: '59: a targetPort by name is looked up on each pod, and pods without it drop out',
    given: [
      CLIENT,
      ONE,
      TWO,
      web('a/three', 'other', 8080),
      pod('a/four', { labels: WEB, ports: [{ name: 'http', containerPort: 8080, protocol: 'UDP' }] }),
      pod('a/five', {
        labels: WEB,
        spec: {
          initContainers: [{ ...container('s', [{ name: 'http', containerPort: 8081 }]), restartPolicy: 'Always' }],
        },
      }),
      opens({ port: 8080 }, { port: 8080, protocol: 'UDP' }),
      service('a/web', {
        selector: WEB,
        ports: [
          { name: 'tcp', port: 80, targetPort: 'http' },
          { name: 'udp', port: 80, targetPort: 'http', protocol: 'UDP' },
        ],
      }),
    ],
    asks: [
      'b/client > service:a/web TCP/80 = a/five deny, a/one allow, a/two deny',
      'b/client > service:a/web UDP/80 = a/four allow',
    ],
  },
  {
    says: '60: a selector finds pods of its own namespace only, running and with all its labels',
    given: [
      CLIENT,
      ONE,
      web('b/one', 'http', 8080),
      pod('a/done', { labels: WEB, status: { phase: 'Succeeded' } }),
      pod('a/failed', { labels: WEB, status: { phase: 'Failed' } }),
      pod('a/bare'),
      service('a/web', { selector: WEB, ports: [{ port: 80 }] }),
      service('b/web', { selector: { ...WEB, tier: '' }, ports: [{ port: 80 }] }),
    ],
    asks: ['b/client > service:a/web TCP/80 = a/one allow', 'b/client > service:b/web TCP/80 = nobody'],
  },
  {
    says: '61: a Service without a selector selects nobody',
    given: [
      CLIENT,
      ONE,
      service('a/none', { ports: [{ port: 80 }] }),
      service('a/empty', { selector: {}, ports: [{ port: 80 }] }),
    ],
    asks: ['b/client > service:a/none TCP/80 = nobody', 'b/client > service:a/empty TCP/80 = nobody'],
  },
  {
    says: '63: at a headless Service the client dials the port of the pod, declared or not',
    given: [
      CLIENT,
      ONE,
      opens({ port: 8080 }, { port: 9, protocol: 'UDP' }),
      service('a/web', { clusterIP: 'None', selector: WEB, ports: [{ port: 80, targetPort: 8080 }] }),
      service('a/bare', { clusterIP: 'None', selector: WEB }),
    ],
    asks: [
      'b/client > service:a/web TCP/80 = a/one deny',
      'b/client > service:a/web TCP/8080 = a/one allow',
      'b/client > service:a/bare UDP/9 = a/one allow',
    ],
  },
  {
    says: 'pods of the host network stand behind Services too',
    given: [
      CLIENT,
      pod('a/host', { labels: WEB, spec: { hostNetwork: true, nodeName: 'node-a' } }),
      policy('a/closed', {}),
      service('a/web', { selector: WEB, ports: [{ port: 80, targetPort: 8080 }] }),
    ],
    asks: ['b/client > service:a/web TCP/80 = a/host allow'],
  },
  {
    says: 'both sides and all tiers judge the packet at the pod',
    given: [
      CLIENT,
      ONE,
      TWO,
      policy('b/out', { policyTypes: ['Egress'], egress: [{ ports: [{ port: 80 }, { port: 8080 }] }] }),
      adminPolicy('no', {
        priority: 1,
        subject: { namespaces: {} },
        egress: [{ action: 'Deny', to: [{ namespaces: {} }], ports: [{ portNumber: { port: 80 } }] }],
      }),
      service('a/web', { selector: WEB, ports: [{ port: 80, targetPort: 'http' }] }),
    ],
    asks: ['b/client > service:a/web TCP/80 = a/one allow, a/two deny'],
  },
];
