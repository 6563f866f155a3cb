/** NET024: a database that everybody in the cluster, or outside, may connect to. */

import type { PeerView } from '../../context/peer-view.ts';
import type { PodSelection } from '../../context/pod-selection.ts';
import { coversPort } from '../../context/policy-ports.ts';
import type { PolicyRuleView } from '../../context/policy-view.ts';
import { DATABASE_PORTS } from '../../context/sensitive-ports.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment, manifests, policy } from '../fragments.ts';

const example = (from: string) =>
  manifests(
    deployment({ name: 'db', ports: '[{containerPort: 5432}]' }),
    policy(
      'db',
      `podSelector: {matchLabels: {app: db}}\ningress:\n  - from:\n      - ${from}\n    ports: [{port: 5432}]\n`,
    ),
  );

export const databaseOpen: KubernetesRule = {
  id: 'NET024',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A database is open to every namespace, or to every address',
  why: 'One pod that is taken over anywhere reaches the data.',
  fix: 'Name the pods that use it, with their namespace.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  ],
  bad: [
    { line: 23, text: example('namespaceSelector: {}') },
    { line: 23, text: example('ipBlock: {cidr: 0.0.0.0/0}') },
  ],
  good: [example('podSelector: {matchLabels: {app: web}}')],
  check({ policies }, report) {
    for (const { selected, isolates, rules } of policies) {
      if (!isolates.ingress) continue;
      for (const rule of rules) {
        const number = rule.direction === 'ingress' ? databaseOf(rule, selected) : undefined;
        if (number === undefined) continue;
        const place = rule.isAnyone ? rule.field : rule.peers.find(isEverybody)?.field;
        if (!place) continue;
        report(
          place,
          `Port ${number}, that of ${DATABASE_PORTS.get(number)}, is open to every namespace or address. Name the pods that use it.`,
        );
      }
    }
  },
};

/** A database port of the pods that the rule is open on. */
function databaseOf({ ports, isAnyPort }: PolicyRuleView, { declared }: PodSelection): number | undefined {
  return declared.find(({ port, protocol, name }) => {
    if (protocol !== 'TCP' || !DATABASE_PORTS.has(port)) return false;
    return isAnyPort || coversPort(ports, port, protocol) || ports.some((p) => p.name !== undefined && p.name === name);
  })?.port;
}

function isEverybody(peer: PeerView): boolean {
  if (peer.kind === 'block') return peer.cidr.prefix === 0;
  return peer.namespaceRequirements?.length === 0 && (peer.podRequirements ?? []).length === 0;
}
