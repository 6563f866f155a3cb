/** Which of several policies of a tier comes first, and what is left open when the API does not say. */
import type { AdminSpec, ClusterNetworkSpec } from '../cluster-policy-manifests.ts';
import { adminPolicy, baselinePolicy, clusterPolicy, pod, policy, type Trap } from './trap.ts';

const WEB = pod('front/web');
const DB = pod('back/db');
const ALL = [{ namespaces: {} }];
const BACK = { namespaces: { matchLabels: { 'kubernetes.io/metadata.name': 'back' } } };

type OldAction = 'Allow' | 'Deny' | 'Pass';
type NewAction = 'Accept' | 'Deny' | 'Pass';

function old(priority: number, action: OldAction, port?: number) {
  const ports = port === undefined ? {} : { ports: [{ portNumber: { port } }] };
  const spec: AdminSpec = { priority, subject: BACK, ingress: [{ action, from: ALL, ...ports }] };
  return adminPolicy(`old-${priority}-${action}-${port ?? 'any'}`.toLowerCase(), spec);
}

function recent(tier: ClusterNetworkSpec['tier'], priority: number, action: NewAction, port?: number) {
  const protocols = port === undefined ? {} : { protocols: [{ tcp: { destinationPort: { number: port } } }] };
  const ingress = [{ action, from: ALL, ...protocols }];
  const name = `new-${priority}-${action}-${port ?? 'any'}`.toLowerCase();
  return clusterPolicy(name, { tier, priority, subject: BACK, ingress });
}

const CLOSED = policy('back/closed', {});

export const PRIORITIES: readonly Trap[] = [
  {
    says: '80: the lower number comes first, by number and not by text',
    given: [WEB, DB, old(10, 'Deny'), old(9, 'Allow'), CLOSED],
    asks: ['front/web > back/db TCP/80 = allow'],
  },
  {
    says: '80: the numbers 0 and 1000 are numbers like others',
    given: [WEB, DB, old(1000, 'Allow'), recent('Admin', 0, 'Deny')],
    asks: ['front/web > back/db TCP/80 = deny'],
  },
  {
    says: '80: both API versions stand in one order',
    given: [
      WEB,
      DB,
      old(2, 'Allow', 80),
      recent('Admin', 1, 'Deny', 80),
      recent('Admin', 3, 'Deny'),
      old(2, 'Allow', 81),
    ],
    asks: [
      'front/web > back/db TCP/80 = deny',
      'front/web > back/db TCP/81 = allow',
      'front/web > back/db TCP/82 = deny',
    ],
  },
  {
    says: '80: equal numbers that say different things about a packet leave it open',
    given: [WEB, DB, old(5, 'Allow'), old(5, 'Deny', 80), CLOSED],
    asks: ['front/web > back/db TCP/80 = unknown', 'front/web > back/db TCP/81 = allow'],
  },
  {
    says: '80: also between the API versions, and in the Baseline tier',
    given: [
      WEB,
      DB,
      old(5, 'Allow', 80),
      recent('Admin', 5, 'Deny', 80),
      recent('Baseline', 5, 'Accept', 81),
      recent('Baseline', 5, 'Deny'),
    ],
    asks: [
      'front/web > back/db TCP/80 = unknown',
      'front/web > back/db TCP/81 = unknown',
      'front/web > back/db TCP/82 = deny',
      '8.8.8.8 > back/db TCP/80 = allow',
    ],
  },
  {
    says: '80: equal numbers that say the same are certain, and so are those about different packets',
    given: [WEB, DB, old(5, 'Deny', 80), recent('Admin', 5, 'Deny'), old(6, 'Allow')],
    asks: ['front/web > back/db TCP/80 = deny', 'front/web > back/db TCP/81 = deny'],
  },
  {
    says: '80: a number decides before the next one is asked, if only one of its policies does',
    given: [WEB, DB, old(5, 'Allow', 80), old(5, 'Allow', 81), old(6, 'Deny')],
    asks: ['front/web > back/db TCP/80 = allow', 'front/web > back/db TCP/82 = deny'],
  },
  {
    says: '80: Deny against Pass is open only where the tiers behind would allow',
    given: [
      WEB,
      DB,
      pod('back/free', { labels: { app: 'free' } }),
      old(5, 'Deny'),
      old(5, 'Pass'),
      policy('back/p', { podSelector: { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] } }),
    ],
    asks: ['front/web > back/db TCP/80 = deny', 'front/web > back/free TCP/80 = unknown'],
  },
  {
    says: '80: Allow against Pass is open only where the tiers behind would deny',
    given: [
      WEB,
      DB,
      old(5, 'Allow'),
      old(5, 'Pass'),
      old(6, 'Deny'),
      baselinePolicy({
        subject: BACK,
        ingress: [{ action: 'Deny', from: ALL, ports: [{ portNumber: { port: 80 } }] }],
      }),
    ],
    asks: ['front/web > back/db TCP/80 = unknown', 'front/web > back/db TCP/81 = allow'],
  },
  {
    says: '80: a refusal on the other side settles the packet',
    given: [WEB, DB, old(5, 'Allow'), old(5, 'Deny'), policy('front/out', { policyTypes: ['Egress'] })],
    asks: ['front/web > back/db TCP/80 = deny', 'back/db > front/web TCP/80 = allow'],
  },
  {
    says: '80: policies with one number and no common subject do not meet',
    given: [
      WEB,
      DB,
      old(5, 'Deny'),
      adminPolicy('others', {
        priority: 5,
        subject: { namespaces: { matchLabels: { 'kubernetes.io/metadata.name': 'front' } } },
        ingress: [{ action: 'Allow', from: ALL }],
      }),
    ],
    asks: ['front/web > back/db TCP/80 = deny', 'back/db > front/web TCP/80 = allow'],
  },
];
