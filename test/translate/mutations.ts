/**
 * Every single change for the worse of a list of NetworkPolicies: a policy, rule, peer or port dropped, a port added, a
 * selector widened, an exception forgotten.
 */

import { dump, loadAll } from 'js-yaml';
import type { ManifestFile } from '../../src/translate/manifests/files.ts';

interface Selector {
  matchLabels?: Record<string, string>;
}
interface Peer {
  podSelector?: Selector;
  namespaceSelector?: Selector;
  ipBlock?: { cidr: string; except?: string[] };
}
interface Rule {
  from?: Peer[];
  to?: Peer[];
  ports?: { protocol: string; port?: number }[];
}
interface Policy {
  metadata: { name: string };
  spec: { podSelector: Selector; policyTypes: string[]; ingress?: Rule[]; egress?: Rule[] };
}

export interface Mutation {
  readonly what: string;
  readonly files: readonly ManifestFile[];
}

const POLICIES = '10-policies.yaml';

export function mutations(files: readonly ManifestFile[]): Mutation[] {
  const text = files.find(({ path }) => path === POLICIES)?.content ?? '';
  const policies = loadAll(text) as unknown as Policy[];
  return policies.flatMap((policy, index) =>
    changesOf(policy).map(({ what, change }) => {
      const changed = structuredClone(policies);
      const own = changed[index];
      const kept = own ? change(own, changed) : changed;
      const content = kept.map((each) => dump(each)).join('---\n');
      return {
        what: `${policy.metadata.name}: ${what}`,
        files: files.map((file) => (file.path === POLICIES ? { ...file, content } : file)),
      };
    }),
  );
}

interface Change {
  readonly what: string;
  change(policy: Policy, all: Policy[]): Policy[];
}

function edit(what: string, apply: (policy: Policy) => void): Change {
  return {
    what,
    change(policy, all) {
      apply(policy);
      return all;
    },
  };
}

function changesOf({ spec }: Policy): Change[] {
  const isOpen = Object.keys(spec.podSelector).length === 0;
  return [
    { what: 'dropped', change: (policy, all) => all.filter((each) => each !== policy) },
    ...(isOpen
      ? []
      : [
          edit('subject widened', (p) => {
            p.spec.podSelector = {};
          }),
        ]),
    ...(['ingress', 'egress'] as const).flatMap((side) =>
      (spec[side] ?? []).flatMap((rule, index) => ruleChanges(side, rule, index)),
    ),
  ];
}

function ruleChanges(side: 'ingress' | 'egress', rule: Rule, index: number): Change[] {
  const peersKey = side === 'ingress' ? 'from' : 'to';
  const at = (policy: Policy): Rule => policy.spec[side]?.[index] ?? {};
  const name = `${side} ${index}`;
  const peers = rule[peersKey] ?? [];
  return [
    edit(`${name} dropped`, (p) => {
      p.spec[side]?.splice(index, 1);
    }),
    ...(peers.length > 0
      ? [
          edit(`${name} from everywhere`, (p) => {
            delete at(p)[peersKey];
          }),
        ]
      : []),
    edit(`${name} port added`, (p) => {
      at(p).ports = [...(at(p).ports ?? []), { protocol: 'TCP', port: 9999 }];
    }),
    ...(rule.ports
      ? [
          edit(`${name} every port`, (p) => {
            delete at(p).ports;
          }),
        ]
      : []),
    ...(rule.ports && rule.ports.length > 1 ? rule.ports : []).map((_port, port) =>
      edit(`${name} port ${port} dropped`, (p) => {
        at(p).ports?.splice(port, 1);
      }),
    ),
    ...peers.flatMap((peer, at_) =>
      peerChanges(`${name} peer ${at_}`, peer, peers.length, (p) => at(p)[peersKey] ?? [], at_),
    ),
  ];
}

function peerChanges(
  name: string,
  peer: Peer,
  count: number,
  list: (policy: Policy) => Peer[],
  index: number,
): Change[] {
  const isWide = (selector: Selector | undefined) => !selector || Object.keys(selector).length === 0;
  const onPeer = (what: string, apply: (own: Peer) => void): Change =>
    edit(`${name} ${what}`, (policy) => {
      const own = list(policy)[index];
      if (own) apply(own);
    });
  const podsWidened = onPeer('pods widened', (own) => {
    own.podSelector = {};
  });
  const namespacesWidened = onPeer('namespaces widened', (own) => {
    own.namespaceSelector = {};
  });
  const withoutExceptions = onPeer('without exceptions', (own) => {
    delete own.ipBlock?.except;
  });
  const dropped = edit(`${name} dropped`, (policy) => {
    list(policy).splice(index, 1);
  });
  return [
    ...(count > 1 ? [dropped] : []),
    ...(isWide(peer.podSelector) ? [] : [podsWidened]),
    ...(isWide(peer.namespaceSelector) && !(peer.podSelector && !peer.namespaceSelector) ? [] : [namespacesWidened]),
    ...(peer.ipBlock?.except ? [withoutExceptions] : []),
  ];
}
