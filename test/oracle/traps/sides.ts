/** How policies add up: the union on one side, both sides of a connection, and isolation per pod, direction, namespace. */
import { pod, policy, type Trap } from './trap.ts';

const WEB = pod('front/web', { labels: { app: 'web' } });
const DB = pod('back/db', { labels: { app: 'db' } });
const FROM_FRONT = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'front' } } };
const TO_BACK = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'back' } } };

export const SIDES: readonly Trap[] = [
  {
    says: 'without any policy everything is allowed',
    given: [WEB, DB],
    asks: ['front/web > back/db other/0 = allow', '8.8.8.8 > back/db TCP/1 = allow', 'back/db > ::1 UDP/9 = allow'],
  },
  {
    says: 'deny all and allow all on one pod allow all',
    given: [WEB, DB, policy('back/deny', {}), policy('back/allow', { ingress: [{}] })],
    asks: ['front/web > back/db TCP/80 = allow', '8.8.8.8 > back/db UDP/80 = allow'],
  },
  {
    says: 'two policies that open one port each open both',
    given: [
      WEB,
      DB,
      policy('back/a', { ingress: [{ ports: [{ port: 80 }] }] }),
      policy('back/b', { ingress: [{ ports: [{ port: 81 }] }] }),
    ],
    asks: [
      'front/web > back/db TCP/80 = allow',
      'front/web > back/db TCP/81 = allow',
      'front/web > back/db TCP/82 = deny',
    ],
  },
  {
    says: 'ports and peers of different rules are not mixed',
    given: [
      WEB,
      DB,
      policy('back/a', {
        ingress: [
          { from: [FROM_FRONT], ports: [{ port: 80 }] },
          { from: [TO_BACK], ports: [{ port: 81 }] },
        ],
      }),
    ],
    asks: ['front/web > back/db TCP/80 = allow', 'front/web > back/db TCP/81 = deny'],
  },
  {
    says: 'what ingress allows and egress denies is denied',
    given: [
      WEB,
      DB,
      policy('back/in', { ingress: [{ from: [FROM_FRONT] }] }),
      policy('front/out', { policyTypes: ['Egress'] }),
    ],
    asks: ['front/web > back/db TCP/80 = deny', 'back/db > front/web TCP/80 = allow'],
  },
  {
    says: 'what egress allows and ingress denies is denied',
    given: [
      WEB,
      DB,
      policy('back/in', {}),
      policy('front/out', { policyTypes: ['Egress'], egress: [{ to: [TO_BACK] }] }),
    ],
    asks: ['front/web > back/db TCP/80 = deny'],
  },
  {
    says: 'egress names the server, ingress the client, and both together allow',
    given: [
      WEB,
      DB,
      policy('back/in', { ingress: [{ from: [FROM_FRONT] }] }),
      policy('front/out', { policyTypes: ['Egress'], egress: [{ to: [TO_BACK] }] }),
    ],
    asks: ['front/web > back/db TCP/80 = allow', 'front/web > 8.8.8.8 TCP/80 = deny'],
  },
  {
    says: 'a policy in a third namespace is irrelevant',
    given: [WEB, DB, policy('third/deny', { policyTypes: ['Ingress', 'Egress'] })],
    asks: ['front/web > back/db TCP/80 = allow'],
  },
  {
    says: 'two policies of one name in two namespaces are two policies',
    given: [WEB, DB, policy('front/p', { ingress: [{}] }), policy('back/p', {})],
    asks: ['back/db > front/web TCP/80 = allow', 'front/web > back/db TCP/80 = deny'],
  },
  {
    says: 'a policy for ingress leaves egress open',
    given: [WEB, DB, policy('front/p', { policyTypes: ['Ingress'] })],
    asks: ['front/web > back/db TCP/80 = allow', 'back/db > front/web TCP/80 = deny'],
  },
  {
    says: 'a type that is listed twice is listed once',
    given: [WEB, DB, policy('front/p', { policyTypes: ['Ingress', 'Ingress'] })],
    asks: ['front/web > back/db TCP/80 = allow', 'back/db > front/web TCP/80 = deny'],
  },
  {
    says: 'a pod that no policy selects stays open next to one that is selected',
    given: [
      WEB,
      DB,
      pod('back/cache', { labels: { app: 'cache' } }),
      policy('back/p', { podSelector: { matchLabels: { app: 'db' } } }),
    ],
    asks: ['front/web > back/cache TCP/80 = allow', 'front/web > back/db TCP/80 = deny'],
  },
];
