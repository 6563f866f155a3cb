/** What the NetworkPolicies of a bundle make use of, as far as network plugins are known to disagree about it. */

import { type AddressSet, isNoAddress, subtractAddresses } from '../algebra/address-set.ts';
import { ALL, connectionParts, equal } from '../algebra/connection-set.ts';
import { PRIVATE_ADDRESSES } from '../algebra/private-addresses.ts';
import type { Origin } from '../ingest/document.ts';
import type { Cluster } from '../kubernetes/cluster.ts';
import type { PolicyFacts } from '../kubernetes/cni/deviations.ts';
import type { Policy, Rule } from '../policy/rule.ts';

export function policyFacts(policies: readonly Policy[], cluster: Cluster): PolicyFacts {
  const rules = policies.filter((p) => p.kind === 'NetworkPolicy').flatMap((p) => p.rules);
  const first = (test: (rule: Rule) => boolean): Origin | undefined => rules.find(test)?.origin;
  return {
    podBlock: first((rule) => addressSets(rule).some(isPrivate)),
    wideBlock: first((rule) => addressSets(rule, true).some((set) => !isPrivate(set))),
    sctp: first(usesSctp),
    endPort: first(usesEndPort),
    namedPort: first((rule) => rule.direction === 'ingress' && rule.ports.names.length > 0),
    hostNetwork:
      rules.length > 0 ? cluster.workloads.find((w) => [...w.groups].some((g) => g.hostNetwork))?.origin : undefined,
  };
}

/** `endpoints`: only blocks that are taken to mean pods also. */
function addressSets({ peers }: Rule, endpoints = false): AddressSet[] {
  return peers.flatMap((peer) => (peer.kind === 'addresses' && (peer.endpoints || !endpoints) ? [peer.set] : []));
}

function isPrivate(set: AddressSet): boolean {
  return !isNoAddress(set) && isNoAddress(subtractAddresses(set, PRIVATE_ADDRESSES));
}

/** A rule about every port is not about SCTP. */
function usesSctp({ ports: { numbers, names } }: Rule): boolean {
  if (names.some((n) => n.protocol === 'SCTP')) return true;
  return !equal(numbers, ALL) && connectionParts(numbers).some((part) => part.protocol === 'SCTP');
}

/** As written: in a set, 80 and 81 side by side look the same. */
function usesEndPort({ ports }: Rule): boolean {
  return ports.endPort === true;
}
