/** NET010: a block of addresses that is about pods. */

import type { Cidr } from '../../../algebra/cidr.ts';
import type { KubernetesRule } from '../../rule.ts';
import { manifests, policy } from '../fragments.ts';

const POOL = `apiVersion: crd.projectcalico.org/v1
kind: IPPool
metadata: {name: pods}
spec: {cidr: 10.244.0.0/16}
`;
const example = (cidr: string) =>
  manifests(POOL, policy('web', `podSelector: {}\ningress:\n  - from:\n      - ipBlock:\n          cidr: ${cidr}\n`));

export const blockOfPods: KubernetesRule = {
  id: 'NET010',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A block of addresses covers the network of the pods',
  why: 'Pods change their addresses, some network plugins do not match pods by address at all, and others see the address of a node: what such a rule lets through is not what it says.',
  fix: 'Select pods by labels. For addresses outside, leave the network of the pods out of the block.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-ipblock-selectors',
  ],
  bad: [{ line: 14, text: example('10.244.3.0/24') }],
  good: [example('203.0.113.0/24'), example('0.0.0.0/0')],
  check({ policies, podNetworks }, report) {
    if (podNetworks.length === 0) return;
    for (const peer of policies.flatMap(({ rules }) => rules).flatMap(({ peers }) => peers)) {
      if (peer.kind !== 'block' || peer.cidr.prefix === 0) continue;
      const network = podNetworks.find(
        ({ block }) => meets(peer.cidr, block) && !peer.excepts.some((e) => covers(e, block)),
      );
      if (!network) continue;
      report(
        peer.field.at('ipBlock').at('cidr'),
        `The block meets the network of the pods (${network.what}). Select pods by labels, or except that network.`,
      );
    }
  },
};

function meets(a: Cidr, b: Cidr): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

function covers(outer: Cidr, inner: Cidr): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}
