/** What absent, null and empty fields of a NetworkPolicy mean: the defaults of the API, and the two kinds of emptiness. */
import { namespace, pod, policy, type Trap } from './trap.ts';

const WEB = pod('shop/web', { labels: { app: 'web' } });
const DB = pod('shop/db', { labels: { app: 'db' } });
const ELSEWHERE = pod('tools/web', { labels: { app: 'web' } });
const PODS = [WEB, DB, ELSEWHERE];
const ON_DB = { podSelector: { matchLabels: { app: 'db' } } };

export const DEFAULTS: readonly Trap[] = [
  {
    says: 'an empty egress list without policyTypes isolates ingress and leaves egress open',
    given: [...PODS, policy('shop/p', { ...ON_DB, egress: [] })],
    asks: ['shop/web > shop/db TCP/80 = deny', 'shop/db > shop/web TCP/80 = allow', 'shop/db > 8.8.8.8 UDP/53 = allow'],
  },
  {
    says: 'an egress rule without policyTypes makes the policy an egress policy too',
    given: [...PODS, policy('shop/p', { ...ON_DB, egress: [{ to: [{ podSelector: {} }] }] })],
    asks: [
      'shop/web > shop/db TCP/80 = deny',
      'shop/db > shop/web TCP/80 = allow',
      'shop/db > tools/web TCP/80 = deny',
    ],
  },
  {
    says: 'an explicitly empty policyTypes is defaulted as if it were absent',
    given: [...PODS, policy('shop/p', { ...ON_DB, policyTypes: [] })],
    asks: ['shop/web > shop/db TCP/80 = deny', 'shop/db > shop/web TCP/80 = allow'],
  },
  {
    says: 'an egress rule counts under empty policyTypes as under absent ones',
    given: [...PODS, policy('shop/p', { ...ON_DB, policyTypes: [], egress: [{ ports: [{ port: 53 }] }] })],
    asks: ['shop/db > shop/web TCP/80 = deny', 'shop/db > shop/web TCP/53 = allow'],
  },
  {
    says: 'ingress rules of a policy with the type Egress only isolate nothing',
    given: [...PODS, policy('shop/p', { ...ON_DB, policyTypes: ['Egress'], ingress: [{ ports: [{ port: 1 }] }] })],
    asks: ['shop/web > shop/db TCP/80 = allow', 'shop/db > shop/web TCP/80 = deny'],
  },
  {
    says: 'egress rules of a policy with the type Ingress only isolate nothing',
    given: [...PODS, policy('shop/p', { ...ON_DB, policyTypes: ['Ingress'], egress: [{ ports: [{ port: 1 }] }] })],
    asks: ['shop/db > shop/web TCP/80 = allow', 'shop/web > shop/db TCP/80 = deny'],
  },
  {
    says: 'an empty ingress rule allows every source, the outside included, and every protocol',
    given: [...PODS, policy('shop/p', { ingress: [{}] })],
    asks: [
      'tools/web > shop/db TCP/80 = allow',
      '8.8.8.8 > shop/db UDP/53 = allow',
      '2001:db8::1 > shop/db other/0 = allow',
    ],
  },
  {
    says: 'an empty, a null and an absent list of ingress rules all allow nothing',
    given: [
      pod('a/x'),
      pod('b/x'),
      pod('c/x'),
      policy('a/p', { ingress: [] }),
      policy('b/p', { ingress: null }),
      policy('c/p', {}),
    ],
    asks: [
      'a/x > b/x TCP/80 = deny',
      'b/x > c/x TCP/80 = deny',
      'c/x > a/x TCP/80 = deny',
      '8.8.8.8 > a/x TCP/80 = deny',
    ],
  },
  {
    says: 'an empty and a null from allow all sources',
    given: [
      pod('a/x'),
      pod('b/x'),
      policy('a/p', { ingress: [{ from: [] }] }),
      policy('b/p', { ingress: [{ from: null }] }),
    ],
    asks: [
      'a/x > b/x TCP/80 = allow',
      'b/x > a/x other/0 = allow',
      '::9 > a/x TCP/80 = allow',
      '8.8.8.8 > b/x UDP/1 = allow',
    ],
  },
  {
    says: 'an empty and a null to allow all destinations',
    given: [
      pod('a/x'),
      pod('b/x'),
      policy('a/p', { policyTypes: ['Egress'], egress: [{ to: [] }] }),
      policy('b/p', { policyTypes: ['Egress'], egress: [{ to: null }] }),
    ],
    asks: [
      'a/x > b/x TCP/80 = allow',
      'b/x > a/x TCP/80 = allow',
      'a/x > 8.8.8.8 UDP/53 = allow',
      'b/x > ::9 other/0 = allow',
    ],
  },
  {
    says: 'an empty podSelector peer means the own namespace only',
    given: [...PODS, policy('shop/p', { ingress: [{ from: [{ podSelector: {} }] }] })],
    asks: [
      'shop/web > shop/db TCP/80 = allow',
      'tools/web > shop/db TCP/80 = deny',
      '10.0.0.1 > shop/db TCP/80 = deny',
    ],
  },
  {
    says: 'a null podSelector beside a namespaceSelector is no restriction, and the reverse stays at home',
    given: [
      ...PODS,
      policy('shop/p', { ...ON_DB, ingress: [{ from: [{ podSelector: null, namespaceSelector: {} }] }] }),
      policy('tools/p', { ingress: [{ from: [{ podSelector: {}, namespaceSelector: null }] }] }),
    ],
    asks: ['tools/web > shop/db TCP/80 = allow', 'shop/web > tools/web TCP/80 = deny'],
  },
  {
    says: 'an empty namespaceSelector allows all pods and no outside address',
    given: [...PODS, policy('shop/p', { ingress: [{ from: [{ namespaceSelector: {} }] }] })],
    asks: ['tools/web > shop/db TCP/80 = allow', '8.8.8.8 > shop/db TCP/80 = deny'],
  },
  {
    says: 'a null podSelector of a policy selects every pod of its namespace',
    given: [...PODS, policy('shop/p', { podSelector: null })],
    asks: [
      'shop/web > shop/db TCP/80 = deny',
      'shop/db > shop/web TCP/80 = deny',
      'shop/db > tools/web TCP/80 = allow',
    ],
  },
  {
    says: 'an empty item of ports is all of TCP and nothing of UDP',
    given: [...PODS, policy('shop/p', { ingress: [{ ports: [{}] }] })],
    asks: [
      'shop/web > shop/db TCP/1 = allow',
      'shop/web > shop/db TCP/65535 = allow',
      'shop/web > shop/db UDP/53 = deny',
      'shop/web > shop/db SCTP/80 = deny',
      'shop/web > shop/db other/0 = deny',
    ],
  },
  {
    says: 'a port item with the protocol UDP alone is all of UDP and nothing of TCP',
    given: [...PODS, policy('shop/p', { ingress: [{ ports: [{ protocol: 'UDP' }] }] })],
    asks: ['shop/web > shop/db UDP/9 = allow', 'shop/web > shop/db TCP/9 = deny'],
  },
  {
    says: 'port 53 without a protocol does not open DNS over UDP',
    given: [...PODS, policy('shop/p', { policyTypes: ['Egress'], egress: [{ ports: [{ port: 53 }] }] })],
    asks: ['shop/web > 8.8.8.8 TCP/53 = allow', 'shop/web > 8.8.8.8 UDP/53 = deny'],
  },
  {
    says: 'an empty and a null list of ports allow every protocol, those without ports included',
    given: [
      pod('a/x'),
      pod('b/x'),
      policy('a/p', { ingress: [{ from: [{ namespaceSelector: {} }], ports: [] }] }),
      policy('b/p', { ingress: [{ from: [{ namespaceSelector: {} }], ports: null }] }),
    ],
    asks: ['a/x > b/x other/0 = allow', 'b/x > a/x SCTP/80 = allow', 'b/x > a/x other/0 = allow'],
  },
  {
    says: 'a policy without spec isolates its whole namespace for ingress',
    given: [...PODS, policy('shop/p')],
    asks: ['shop/web > shop/db TCP/80 = deny', 'shop/db > tools/web TCP/80 = allow'],
  },
  {
    says: 'a policy without a namespace belongs to the namespace default and to no other',
    given: [
      namespace('default', {}),
      pod('default/web'),
      ...PODS,
      { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p' }, spec: {} },
    ],
    asks: ['shop/web > default/web TCP/80 = deny', 'default/web > shop/web TCP/80 = allow'],
  },
  {
    says: 'a pod without a namespace lives in the namespace default',
    given: [
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'lost' }, spec: WEB.spec },
      ...PODS,
      policy('default/p', {}),
    ],
    asks: ['shop/web > default/lost TCP/80 = deny'],
  },
];
