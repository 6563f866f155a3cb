/** Subjects, peers and ports of cluster policies: whom and what they match, and where that is uncertain. */
import type { AdminPort, AdminRule, ClusterPeer, ProtocolEntry, Subject } from '../cluster-policy-manifests.ts';
import { adminPolicy, clusterPolicy, namespace, pod, type Trap } from './trap.ts';

const EVERYONE = { namespaces: {} };
const CLIENT = pod('b/client', { labels: { app: 'web' } });
const DUAL = [
  { name: 'dns', containerPort: 53, protocol: 'UDP' },
  { name: 'dns', containerPort: 5353 },
] as const;

function denies(...to: readonly ClusterPeer[]) {
  return adminPolicy('deny', { priority: 5, subject: EVERYONE, egress: [{ action: 'Deny', to }] });
}

function deniesOld(...ports: readonly AdminPort[]) {
  return adminPolicy('deny', {
    priority: 5,
    subject: EVERYONE,
    ingress: [{ action: 'Deny', from: [EVERYONE], ports }],
  });
}

function deniesNew(...protocols: readonly ProtocolEntry[]) {
  const matched = protocols.length > 0 ? { protocols } : {};
  const ingress = [{ action: 'Deny' as const, from: [EVERYONE], ...matched }];
  return clusterPolicy('deny', { tier: 'Admin', priority: 5, subject: EVERYONE, ingress });
}

function inTurn(...rules: readonly AdminRule[]) {
  return adminPolicy('turns', { priority: 5, subject: EVERYONE, egress: rules });
}

function subjectIs(subject: Subject) {
  return clusterPolicy('deny', {
    tier: 'Admin',
    priority: 5,
    subject,
    ingress: [{ action: 'Deny', from: [EVERYONE] }],
  });
}

function host(path: string, podIP?: string) {
  const spec = { hostNetwork: true, nodeName: 'node-a' };
  return pod(path, { labels: { app: 'web' }, spec, ...(podIP !== undefined && { status: { podIP } }) });
}

export const CLUSTER_MATCHES: readonly Trap[] = [
  {
    says: 'namespaces and pods match nobody outside',
    given: [CLIENT, denies(EVERYONE, { pods: { namespaceSelector: {}, podSelector: {} } }), deniesNew()],
    asks: ['b/client > 8.8.8.8 TCP/80 = allow', '8.8.8.8 > b/client TCP/80 = allow'],
  },
  {
    says: '86: a port name has whatever protocols the ports of that name have',
    given: [CLIENT, pod('a/dns', { ports: DUAL }), pod('a/other'), deniesNew({ destinationNamedPort: 'dns' })],
    asks: [
      'b/client > a/dns UDP/53 = deny',
      'b/client > a/dns TCP/5353 = deny',
      'b/client > a/dns TCP/53 = allow',
      'b/client > a/dns UDP/5353 = allow',
      'b/client > a/dns SCTP/53 = allow',
      'b/client > a/dns other/0 = allow',
      'b/client > a/other UDP/53 = allow',
    ],
  },
  {
    says: '86: a namedPort of v1alpha1 likewise',
    given: [CLIENT, pod('a/dns', { ports: DUAL }), deniesOld({ namedPort: 'dns' }, { namedPort: 'nobody' })],
    asks: ['b/client > a/dns UDP/53 = deny', 'b/client > a/dns TCP/5353 = deny', 'b/client > a/dns TCP/53 = allow'],
  },
  {
    says: '87: a number or range of v1alpha1 without a protocol is TCP',
    given: [CLIENT, pod('a/x'), deniesOld({ portNumber: { port: 53 } }, { portRange: { start: 60, end: 62 } })],
    asks: [
      'b/client > a/x TCP/53 = deny',
      'b/client > a/x UDP/53 = allow',
      'b/client > a/x TCP/59 = allow',
      'b/client > a/x TCP/60 = deny',
      'b/client > a/x TCP/62 = deny',
      'b/client > a/x TCP/63 = allow',
      'b/client > a/x SCTP/61 = allow',
    ],
  },
  {
    says: '87: and with one it is that',
    given: [
      CLIENT,
      pod('a/x'),
      deniesOld({ portNumber: { protocol: 'UDP', port: 53 } }, { portRange: { protocol: 'SCTP', start: 60, end: 62 } }),
    ],
    asks: [
      'b/client > a/x TCP/53 = allow',
      'b/client > a/x UDP/53 = deny',
      'b/client > a/x SCTP/61 = deny',
      'b/client > a/x TCP/61 = allow',
    ],
  },
  {
    says: '87: v1alpha2 has one field for each protocol',
    given: [
      CLIENT,
      pod('a/x'),
      deniesNew(
        { tcp: { destinationPort: { number: 80 } } },
        { udp: { destinationPort: { range: { start: 53, end: 54 } } } },
        { sctp: { destinationPort: { number: 9 } } },
      ),
    ],
    asks: [
      'b/client > a/x TCP/80 = deny',
      'b/client > a/x UDP/80 = allow',
      'b/client > a/x UDP/52 = allow',
      'b/client > a/x UDP/53 = deny',
      'b/client > a/x UDP/54 = deny',
      'b/client > a/x UDP/55 = allow',
      'b/client > a/x TCP/53 = allow',
      'b/client > a/x SCTP/9 = deny',
      'b/client > a/x other/80 = allow',
    ],
  },
  {
    says: '87: a rule without ports is about every protocol',
    given: [CLIENT, pod('a/x'), denies(EVERYONE)],
    asks: ['b/client > a/x SCTP/9 = deny', 'b/client > a/x other/0 = deny'],
  },
  {
    says: '87: a rule without protocols likewise',
    given: [CLIENT, pod('a/x'), deniesNew()],
    asks: ['b/client > a/x SCTP/9 = deny', 'b/client > a/x other/0 = deny'],
  },
  {
    says: '88: a peer of a later version makes Deny and Pass deny everything',
    given: [
      CLIENT,
      pod('a/x'),
      inTurn({ action: 'Pass', to: [{ fieldOfALaterVersion: {} }], ports: [{ portNumber: { port: 80 } }] }),
    ],
    asks: [
      'b/client > a/x TCP/80 = deny',
      'b/client > a/x UDP/81 = deny',
      'b/client > 8.8.8.8 TCP/80 = deny',
      '8.8.8.8 > a/x TCP/80 = allow',
    ],
  },
  {
    says: '88: and Allow allow nothing, not even to the peers that are known',
    given: [
      CLIENT,
      pod('a/x'),
      inTurn({ action: 'Allow', to: [{ fieldOfALaterVersion: {} }, EVERYONE] }, { action: 'Deny', to: [EVERYONE] }),
    ],
    asks: ['b/client > a/x TCP/80 = deny', 'b/client > 8.8.8.8 TCP/80 = allow'],
  },
  {
    says: '88: the own node is let in before any tier, the next node is not',
    given: [
      pod('a/x', { spec: { nodeName: 'node-a' } }),
      pod('a/y', { spec: { nodeName: 'node-b' } }),
      pod('a/z'),
      host('b/agent'),
      adminPolicy('closed', {
        priority: 1,
        subject: EVERYONE,
        ingress: [{ action: 'Deny', from: [{ fieldOfALaterVersion: {} }] }],
      }),
    ],
    asks: ['b/agent > a/x TCP/80 = allow', 'b/agent > a/y TCP/80 = deny', 'b/agent > a/z TCP/80 = unknown'],
  },
  {
    says: '90: a pod of the host network is never a subject',
    given: [CLIENT, host('a/host'), subjectIs(EVERYONE), denies(EVERYONE)],
    asks: ['b/client > a/host TCP/80 = allow', 'a/host > 8.8.8.8 TCP/80 = allow'],
  },
  {
    says: '90: nor is it matched by namespaces or pods',
    given: [
      CLIENT,
      pod('a/x', { spec: { nodeName: 'node-b' } }),
      host('b/host'),
      deniesNew(),
      denies(EVERYONE, { pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: 'web' } } } }),
    ],
    asks: ['b/client > b/host TCP/80 = allow', 'b/host > a/x TCP/80 = allow'],
  },
  {
    says: 'a subject of pods needs both the namespace and the labels',
    given: [
      CLIENT,
      pod('a/web', { labels: { app: 'web' } }),
      pod('a/db', { labels: { app: 'db' } }),
      namespace('a', { team: 'blue' }),
      subjectIs({
        pods: { namespaceSelector: { matchLabels: { team: 'blue' } }, podSelector: { matchLabels: { app: 'web' } } },
      }),
    ],
    asks: ['b/client > a/web TCP/80 = deny', 'b/client > a/db TCP/80 = allow', 'a/db > b/client TCP/80 = allow'],
  },
  {
    says: 'pods without a namespaceSelector are those of all namespaces, unlike in a NetworkPolicy',
    given: [
      CLIENT,
      pod('a/web', { labels: { app: 'web' } }),
      pod('a/db'),
      subjectIs({ pods: { podSelector: { matchLabels: { app: 'web' } } } }),
    ],
    asks: ['a/db > b/client TCP/80 = deny', 'a/db > a/web TCP/80 = deny', 'b/client > a/db TCP/80 = allow'],
  },
];
