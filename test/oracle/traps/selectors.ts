/** What label selectors match: missing keys, empty values, the name every namespace carries, and the reach of a peer. */
import type { LabelSelector, Labels, Manifest, Peer } from '../manifests.ts';
import { namespace, pod, policy, type Trap } from './trap.ts';

/** The server admits the peers given; the client has the labels given and lives in `client`. */
function admits(peer: Peer, client: Labels, ...more: readonly Manifest[]): readonly Manifest[] {
  return [
    pod('home/server', { labels: { app: 'server' } }),
    pod('client/x', { labels: client }),
    policy('home/p', { ingress: [{ from: [peer] }] }),
    ...more,
  ];
}

function pods(podSelector: LabelSelector): Peer {
  return { namespaceSelector: {}, podSelector };
}

const NAME = 'kubernetes.io/metadata.name';
const ALLOWED = ['client/x > home/server TCP/80 = allow'];
const DENIED = ['client/x > home/server TCP/80 = deny'];

export const SELECTORS: readonly Trap[] = [
  {
    says: 'NotIn matches a pod that has no such label',
    given: admits(pods({ matchExpressions: [{ key: 'env', operator: 'NotIn', values: ['prod'] }] }), {}),
    asks: ALLOWED,
  },
  {
    says: 'NotIn is one requirement over all its values',
    given: admits(pods({ matchExpressions: [{ key: 'env', operator: 'NotIn', values: ['prod', 'test'] }] }), {
      env: 'test',
    }),
    asks: DENIED,
  },
  {
    says: 'an empty value in matchLabels does not match a pod without the label',
    given: admits(pods({ matchLabels: { env: '' } }), {}),
    asks: DENIED,
  },
  {
    says: 'an empty value in matchLabels matches the empty value',
    given: admits(pods({ matchLabels: { env: '' } }), { env: '' }),
    asks: ALLOWED,
  },
  {
    says: 'In with the empty value does not match a pod without the label',
    given: admits(pods({ matchExpressions: [{ key: 'env', operator: 'In', values: ['', 'prod'] }] }), {}),
    asks: DENIED,
  },
  {
    says: 'DoesNotExist refuses the empty value, which NotIn accepts',
    given: [
      ...admits(pods({ matchExpressions: [{ key: 'env', operator: 'DoesNotExist' }] }), { env: '' }),
      pod('other/server'),
      policy('other/p', {
        ingress: [{ from: [pods({ matchExpressions: [{ key: 'env', operator: 'NotIn', values: ['a'] }] })] }],
      }),
    ],
    asks: [...DENIED, 'client/x > other/server TCP/80 = allow'],
  },
  {
    says: 'Exists is satisfied by the empty value',
    given: admits(pods({ matchExpressions: [{ key: 'env', operator: 'Exists', values: [] }] }), { env: '' }),
    asks: ALLOWED,
  },
  {
    says: 'a label that is named like a property of every object is absent unless written',
    given: admits(pods({ matchExpressions: [{ key: 'constructor', operator: 'Exists' }] }), {}),
    asks: DENIED,
  },
  {
    says: 'two requirements on one key must both hold, and may exclude each other',
    given: admits(
      pods({
        matchExpressions: [
          { key: 'env', operator: 'In', values: ['prod', 'test'] },
          { key: 'env', operator: 'NotIn', values: ['prod'] },
        ],
      }),
      { env: 'prod' },
      pod('client/y', { labels: { env: 'test' } }),
    ),
    asks: [...DENIED, 'client/y > home/server TCP/80 = allow'],
  },
  {
    says: 'matchLabels and matchExpressions must both hold',
    given: admits(
      pods({ matchLabels: { app: 'a' }, matchExpressions: [{ key: 'env', operator: 'Exists' }] }),
      { app: 'a' },
      pod('client/y', { labels: { app: 'a', env: 'b' } }),
    ),
    asks: [...DENIED, 'client/y > home/server TCP/80 = allow'],
  },
  {
    says: 'a namespace is found by its name though no manifest carries the label',
    given: admits({ namespaceSelector: { matchLabels: { [NAME]: 'client' } } }, {}),
    asks: ALLOWED,
  },
  {
    says: 'NotIn on the name of the namespace leaves out only the namespaces listed',
    given: admits(
      { namespaceSelector: { matchExpressions: [{ key: NAME, operator: 'NotIn', values: ['client'] }] } },
      {},
      pod('third/x'),
    ),
    asks: [...DENIED, 'third/x > home/server TCP/80 = allow'],
  },
  {
    says: 'a namespace without a manifest matches the empty selector and no label of its own',
    given: [
      ...admits({ namespaceSelector: {} }, {}),
      pod('other/server'),
      policy('other/p', { ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'a' } } }] }] }),
    ],
    asks: [...ALLOWED, 'client/x > other/server TCP/80 = deny'],
  },
  {
    says: 'a namespace manifest cannot lie about the name of the namespace',
    given: admits(
      { namespaceSelector: { matchLabels: { [NAME]: 'trusted' } } },
      {},
      namespace('client', { [NAME]: 'trusted' }),
    ),
    asks: DENIED,
  },
  {
    says: 'namespaceSelector and podSelector in one peer must both hold',
    given: admits(
      { namespaceSelector: { matchLabels: { team: 'a' } }, podSelector: { matchLabels: { app: 'a' } } },
      { app: 'a' },
      namespace('client', { team: 'a' }),
      pod('client/y', { labels: { app: 'b' } }),
      pod('home/y', { labels: { app: 'a' } }),
    ),
    asks: [...ALLOWED, 'client/y > home/server TCP/80 = deny', 'home/y > home/server TCP/80 = deny'],
  },
  {
    says: 'namespaceSelector and podSelector in two peers are alternatives',
    given: [
      pod('home/server'),
      namespace('client', { team: 'a' }),
      pod('client/y', { labels: { app: 'b' } }),
      pod('home/y', { labels: { app: 'a' } }),
      pod('third/y', { labels: { app: 'a' } }),
      policy('home/p', {
        ingress: [
          {
            from: [
              { namespaceSelector: { matchLabels: { team: 'a' } } },
              { podSelector: { matchLabels: { app: 'a' } } },
            ],
          },
        ],
      }),
    ],
    asks: [
      'client/y > home/server TCP/80 = allow',
      'home/y > home/server TCP/80 = allow',
      'third/y > home/server TCP/80 = deny',
    ],
  },
  {
    says: 'a podSelector alone never crosses namespaces, not even to equal labels',
    given: admits(
      { podSelector: { matchLabels: { app: 'a' } } },
      { app: 'a' },
      pod('home/x', { labels: { app: 'a' } }),
    ),
    asks: [...DENIED, 'home/x > home/server TCP/80 = allow'],
  },
];
