/**
 * Whether egress rules let a pod ask the DNS of its cluster
 * (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/): its pods are hardly ever in a bundle, and
 * are known by the names and labels that installers give them.
 */

import type { Protocol } from '../../../algebra/connection-set.ts';
import { NAMESPACE_NAME_LABEL } from '../../../kubernetes/namespace.ts';
import type { PeerView } from '../../context/peer-view.ts';
import { coversPort } from '../../context/policy-ports.ts';
import type { PolicyRuleView } from '../../context/policy-view.ts';
import type { Requirement } from '../../context/requirements.ts';
import { meetsAll } from '../../context/requirements.ts';

export const DNS_PORT = 53;

/** Namespaces and labels of the pods that answer; OpenShift has its own. */
const SERVERS: readonly { readonly namespace: string; readonly pods: readonly ReadonlyMap<string, string>[] }[] = [
  {
    namespace: 'kube-system',
    pods: [new Map([['k8s-app', 'kube-dns']]), new Map([['app.kubernetes.io/name', 'coredns']])],
  },
  { namespace: 'openshift-dns', pods: [new Map([['dns.operator.openshift.io/daemonset-dns', 'default']])] },
];

/** Whether one of the rules is open to the DNS of the cluster over a protocol. */
export function letsAsk(rules: readonly PolicyRuleView[], protocol: Protocol): boolean {
  return rules.some((rule) => {
    if (!rule.isAnyPort && !coversPort(rule.ports, DNS_PORT, protocol)) return false;
    // Who writes the port means DNS, by whatever labels it has; without the port, only what surely is it counts.
    return rule.isAnyone || rule.peers.some((peer) => isServer(peer, namesPort(rule)));
  });
}

function namesPort({ ports }: PolicyRuleView): boolean {
  return ports.some(({ first, last }) => first <= DNS_PORT && DNS_PORT <= last && last - first < 100);
}

function isServer(peer: PeerView, isMeant: boolean): boolean {
  if (peer.kind === 'block') return isMeant || peer.cidr.prefix === 0;
  if (peer.selected.hasNumber(DNS_PORT, 'UDP')) return true;
  const { namespaceRequirements = undefined, podRequirements = [] } = peer;
  if (!namespaceRequirements) return false;
  return SERVERS.some(({ namespace, pods }) => {
    const home = new Map([[NAMESPACE_NAME_LABEL, namespace]]);
    if (!mayMeet(home, namespaceRequirements)) return false;
    return isMeant
      ? pods.some((labels) => mayMeet(labels, podRequirements)) || podRequirements.length === 0
      : podRequirements.length === 0 || pods.some((labels) => meetsAll(labels, podRequirements));
  });
}

/** Whether something with these labels, and perhaps others, may meet requirements. */
function mayMeet(labels: ReadonlyMap<string, string>, requirements: readonly Requirement[]): boolean {
  const known = requirements.filter(({ key }) => labels.has(key));
  return meetsAll(labels, known);
}
