/** The order of the tiers, of the policies in a tier and of the rules in a policy. Numbers name the traps they are about. */
import type { ClusterNetworkSpec, ClusterPeer } from '../cluster-policy-manifests.ts';
import { adminPolicy, baselinePolicy, clusterPolicy, pod, policy, type Trap } from './trap.ts';

const WEB = pod('front/web');
const DB = pod('back/db');
const ALL = [{ namespaces: {} }];
const FRONT = named('front');
const BACK = named('back');

/** v1alpha2 policies about the pods of `back`, with one ingress rule about everyone inside. */
function admin(name: string, priority: number, ...actions: readonly ('Accept' | 'Deny' | 'Pass')[]) {
  return clusterPolicy(name, { ...about(actions), tier: 'Admin', priority });
}

function baseline(name: string, priority: number, ...actions: readonly ('Accept' | 'Deny' | 'Pass')[]) {
  return clusterPolicy(name, { ...about(actions), tier: 'Baseline', priority });
}

function about(actions: readonly ('Accept' | 'Deny' | 'Pass')[]): Pick<ClusterNetworkSpec, 'subject' | 'ingress'> {
  return { subject: BACK, ingress: actions.map((action) => ({ action, from: ALL })) };
}

function named(name: string): ClusterPeer {
  return { namespaces: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}

const OPEN = policy('back/open', { ingress: [{}] });
const CLOSED = policy('back/closed', {});

export const TIERS: readonly Trap[] = [
  {
    says: '77: Deny of the Admin tier beats a NetworkPolicy that allows',
    given: [WEB, DB, OPEN, admin('no', 1, 'Deny')],
    asks: ['front/web > back/db TCP/80 = deny', 'back/db > front/web TCP/80 = allow'],
  },
  {
    says: '77: the same in v1alpha1, for egress',
    given: [
      WEB,
      DB,
      policy('front/out', { policyTypes: ['Egress'], egress: [{}] }),
      adminPolicy('no', { priority: 1, subject: FRONT, egress: [{ action: 'Deny', to: [BACK] }] }),
    ],
    asks: ['front/web > back/db TCP/80 = deny', 'front/web > 8.8.8.8 TCP/80 = allow'],
  },
  {
    says: '78: Accept of the Admin tier beats a NetworkPolicy that denies',
    given: [WEB, DB, CLOSED, admin('yes', 1, 'Accept')],
    asks: ['front/web > back/db TCP/80 = allow', '8.8.8.8 > back/db TCP/80 = deny'],
  },
  {
    says: '78: Allow of v1alpha1 does the same',
    given: [
      WEB,
      DB,
      CLOSED,
      adminPolicy('yes', { priority: 1, subject: BACK, ingress: [{ action: 'Allow', from: [FRONT] }] }),
    ],
    asks: ['front/web > back/db TCP/80 = allow'],
  },
  {
    says: '78: Accept of one side leaves the other side as it is',
    given: [
      WEB,
      DB,
      CLOSED,
      adminPolicy('yes', { priority: 1, subject: FRONT, egress: [{ action: 'Allow', to: ALL }] }),
    ],
    asks: ['front/web > back/db TCP/80 = deny'],
  },
  {
    says: '79: Pass hands over to NetworkPolicy, and without one to Baseline',
    given: [
      WEB,
      DB,
      pod('back/cache', { labels: { app: 'cache' } }),
      policy('back/p', { podSelector: { matchLabels: { app: 'cache' } }, ingress: [{ ports: [{ port: 80 }] }] }),
      admin('pass', 1, 'Pass'),
      baseline('base', 1, 'Deny'),
    ],
    asks: [
      'front/web > back/cache TCP/80 = allow',
      'front/web > back/cache TCP/81 = deny',
      'front/web > back/db TCP/80 = deny',
      '8.8.8.8 > back/db TCP/80 = allow',
    ],
  },
  {
    says: '79: what no tier decides is allowed',
    given: [WEB, DB, admin('pass', 1, 'Pass'), admin('none', 2)],
    asks: ['front/web > back/db TCP/80 = allow', '8.8.8.8 > back/db other/0 = allow'],
  },
  {
    says: '81: the first rule that matches decides, whatever it says',
    given: [
      WEB,
      DB,
      pod('a/x'),
      CLOSED,
      adminPolicy('order', {
        priority: 1,
        subject: BACK,
        ingress: [
          { action: 'Deny', from: ALL, ports: [{ portNumber: { port: 81 } }] },
          { action: 'Pass', from: ALL, ports: [{ portRange: { start: 81, end: 82 } }] },
          { action: 'Allow', from: [FRONT], ports: [{ portRange: { start: 80, end: 83 } }] },
          { action: 'Deny', from: ALL },
        ],
      }),
      adminPolicy('later', { priority: 2, subject: BACK, ingress: [{ action: 'Allow', from: ALL }] }),
    ],
    asks: [
      'front/web > back/db TCP/80 = allow',
      'front/web > back/db TCP/81 = deny',
      'front/web > back/db TCP/82 = deny',
      'front/web > back/db TCP/83 = allow',
      'a/x > back/db TCP/80 = deny',
      'front/web > back/db UDP/80 = deny',
    ],
  },
  {
    says: '81: Accept before Deny before Pass, one policy',
    given: [WEB, DB, CLOSED, admin('order', 1, 'Accept', 'Deny', 'Pass')],
    asks: ['front/web > back/db TCP/80 = allow'],
  },
  {
    says: '81: Deny before Accept, one policy',
    given: [WEB, DB, admin('order', 1, 'Deny', 'Accept')],
    asks: ['front/web > back/db TCP/80 = deny'],
  },
  {
    says: '82: Pass skips the Admin policies behind it as well as the rules',
    given: [WEB, DB, OPEN, admin('pass', 1, 'Pass', 'Deny'), admin('no', 2, 'Deny')],
    asks: ['front/web > back/db TCP/80 = allow'],
  },
  {
    says: '83: a NetworkPolicy that selects the pod makes Baseline irrelevant, allowing or denying',
    given: [
      WEB,
      DB,
      policy('back/p', { ingress: [{ ports: [{ port: 80 }] }] }),
      baselinePolicy({
        subject: BACK,
        ingress: [
          { action: 'Deny', from: ALL, ports: [{ portNumber: { port: 80 } }] },
          { action: 'Allow', from: ALL },
        ],
      }),
    ],
    asks: ['front/web > back/db TCP/80 = allow', 'front/web > back/db TCP/81 = deny'],
  },
  {
    says: '83: in one direction only, Baseline still speaks about the other',
    given: [
      WEB,
      DB,
      OPEN,
      baselinePolicy({
        subject: BACK,
        ingress: [{ action: 'Deny', from: ALL }],
        egress: [{ action: 'Deny', to: ALL }],
      }),
    ],
    asks: ['front/web > back/db TCP/80 = allow', 'back/db > front/web TCP/80 = deny'],
  },
  {
    says: '83: a NetworkPolicy that selects another pod does not',
    given: [
      WEB,
      DB,
      policy('back/p', { podSelector: { matchLabels: { app: 'cache' } }, ingress: [{}] }),
      baseline('base', 1, 'Deny'),
    ],
    asks: ['front/web > back/db TCP/80 = deny'],
  },
  {
    says: '84: a policy with egress rules only leaves ingress alone, and isolates nobody',
    given: [
      WEB,
      DB,
      clusterPolicy('out', {
        tier: 'Admin',
        priority: 1,
        subject: BACK,
        egress: [{ action: 'Accept', to: [FRONT], protocols: [{ tcp: { destinationPort: { number: 80 } } }] }],
      }),
    ],
    asks: [
      'front/web > back/db TCP/80 = allow',
      'back/db > front/web TCP/80 = allow',
      'back/db > front/web TCP/81 = allow',
      'back/db > 8.8.8.8 TCP/80 = allow',
    ],
  },
  {
    says: '89: Pass of the Baseline tier skips the rest of it, and then all is allowed',
    given: [WEB, DB, baseline('base', 1, 'Pass', 'Deny'), baseline('later', 2, 'Deny')],
    asks: ['front/web > back/db TCP/80 = allow'],
  },
  {
    says: '89: Baseline policies stand in the order of their numbers too',
    given: [WEB, DB, baseline('a', 10, 'Deny'), baseline('b', 9, 'Accept')],
    asks: ['front/web > back/db TCP/80 = allow'],
  },
  {
    says: '92: the twenty-sixth rule of a v1alpha1 policy counts like the first',
    given: [
      WEB,
      DB,
      adminPolicy('long', {
        priority: 1,
        subject: BACK,
        ingress: Array.from({ length: 26 }, (_, index) => ({
          action: 'Deny',
          from: ALL,
          ports: [{ portNumber: { port: 100 + index } }],
        })),
      }),
    ],
    asks: ['front/web > back/db TCP/125 = deny', 'front/web > back/db TCP/126 = allow'],
  },
];
