/** NET005: pods that may not ask the DNS of their cluster. */

import type { PodTemplate } from '../../context/pod-template.ts';
import type { KubernetesRule } from '../../rule.ts';
import { DNS_RULE, deployment, manifests, policy } from '../fragments.ts';
import { letsAsk } from './dns.ts';

const example = (more: string) =>
  manifests(
    deployment({ name: 'web' }),
    deployment({ name: 'api' }),
    policy(
      'web',
      `podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]\negress:\n- to: [{podSelector: {matchLabels: {app: api}}}]\n${more}`,
    ),
  );

export const noDns: KubernetesRule = {
  id: 'NET005',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Pods may connect to others, and not ask for their names',
  why: 'Every lookup of a name fails, after a timeout, whatever else is allowed: programs find nobody they do not know by address.',
  fix: 'Allow port 53 for UDP and TCP to the DNS pods: namespace kube-system, label k8s-app: kube-dns in most clusters.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-egress-traffic',
  ],
  bad: [{ line: 37, text: example('') }],
  good: [example(DNS_RULE)],
  check({ isolation }, report) {
    for (const { policies, pods } of isolation.groups('egress')) {
      const rules = policies.flatMap((policy) => policy.rulesOf('egress'));
      // To deny everything is another intention.
      const [first] = policies.filter((policy) => policy.rulesOf('egress').length > 0);
      if (!first || letsAsk(rules, 'UDP') || letsAsk(rules, 'TCP')) continue;
      report(
        first.object.spec.at('egress'),
        `${named(pods)} may connect to others, but not ask the DNS of the cluster for their names. Allow port 53, UDP and TCP, to the pods of kube-system labelled k8s-app: kube-dns.`,
      );
    }
  },
};

function named(pods: readonly PodTemplate[]): string {
  const [first] = pods;
  const others = pods.length - 1;
  const name = first ? `${first.object.kind} ${first.object.name}` : '';
  return others > 0 ? `${name} and ${others} more` : name;
}
