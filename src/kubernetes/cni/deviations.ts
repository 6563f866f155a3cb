/**
 * Where a network plugin is known to read NetworkPolicy otherwise than the API says
 * (https://kubernetes.io/docs/concepts/services-networking/network-policies): answers follow the API, and a finding
 * tells what differs. One row per deviation, with the plugin's own word for it.
 */

import type { Origin } from '../../ingest/document.ts';
import type { Finding, Severity } from '../../ingest/finding.ts';
import type { CniPlugin } from './evidence.ts';

/** What the policies of a bundle make use of: where it is first said, or undefined where it never is. */
export interface PolicyFacts {
  /** An address block that lies within private ranges, where pods are. */
  readonly podBlock: Origin | undefined;
  /** Another address block that is taken to mean pods also. */
  readonly wideBlock: Origin | undefined;
  readonly sctp: Origin | undefined;
  readonly endPort: Origin | undefined;
  /** A port name in an ingress rule. */
  readonly namedPort: Origin | undefined;
  /** A workload in the network of its node. */
  readonly hostNetwork: Origin | undefined;
}

interface Deviation {
  readonly plugin: string;
  readonly fact: keyof PolicyFacts;
  readonly rule: 'NET031' | 'CNI011';
  readonly severity: Severity;
  readonly message: string;
}

const DEVIATIONS: readonly Deviation[] = [
  {
    plugin: 'Cilium',
    fact: 'podBlock',
    rule: 'NET031',
    severity: 'warning',
    // https://github.com/cilium/cilium/issues/9209
    message: 'on Cilium an ipBlock never matches pods, so this rule is not about them; select them by their labels',
  },
  {
    plugin: 'Cilium',
    fact: 'wideBlock',
    rule: 'CNI011',
    severity: 'info',
    message: 'on Cilium an ipBlock never matches pods; ask with ipBlockPods=ignore to have it read so',
  },
  {
    plugin: 'Cilium',
    fact: 'sctp',
    rule: 'CNI011',
    severity: 'info',
    // https://docs.cilium.io/en/stable/configuration/sctp
    message: 'Cilium filters SCTP only where its support for SCTP is switched on',
  },
  {
    plugin: 'Cilium',
    fact: 'endPort',
    rule: 'CNI011',
    severity: 'info',
    // https://github.com/cilium/cilium/issues/28684
    message: 'older releases of Cilium do not support endPort: they ignore it, or the whole policy',
  },
  {
    plugin: 'kube-router',
    fact: 'sctp',
    rule: 'CNI011',
    severity: 'warning',
    // https://github.com/cloudnativelabs/kube-router/issues/1019
    message: 'kube-router has no support for SCTP in policies',
  },
  {
    plugin: 'Azure NPM',
    fact: 'endPort',
    rule: 'CNI011',
    severity: 'info',
    // https://github.com/Azure/azure-container-networking/issues/2313
    message: 'Azure NPM may not support endPort and open the first port alone',
  },
  {
    plugin: 'AWS VPC CNI',
    fact: 'namedPort',
    rule: 'CNI011',
    severity: 'warning',
    // https://github.com/aws/aws-network-policy-agent/issues/149
    message: 'the AWS VPC CNI may resolve a port name of an ingress rule at the source; write the number',
  },
  {
    plugin: 'OVN-Kubernetes',
    fact: 'hostNetwork',
    rule: 'CNI011',
    severity: 'info',
    // https://github.com/ovn-kubernetes/ovn-kubernetes/pull/2093
    message:
      'on OVN-Kubernetes a namespace selector may match host-network pods (policy-group.network.openshift.io/host-network); here only address blocks do',
  },
];

/** `factsOf` is asked only where it matters: it looks at every rule. */
export function deviations(plugins: readonly CniPlugin[], factsOf: () => PolicyFacts): Finding[] {
  const rows = DEVIATIONS.filter(({ plugin }) => plugins.some((p) => p.name === plugin));
  const facts = rows.length > 0 ? factsOf() : undefined;
  const known = rows.flatMap(({ fact, rule, severity, message }): Finding[] => {
    const place = facts?.[fact];
    return place ? [{ rule, severity, message, place }] : [];
  });
  const strict = plugins.filter((p) => p.isolatesAll).map(isolatesAll);
  return [...known, ...strict];
}

function isolatesAll({ name, what, origin }: CniPlugin): Finding {
  const message = `${what} has ${name} isolate pods that no policy selects too; they are answered as open`;
  return { rule: 'CNI011', severity: 'warning', message, place: origin };
}
