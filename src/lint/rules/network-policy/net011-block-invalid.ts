/** NET011: a block of addresses that is none, or exceptions that are not inside it. */

import type { KubernetesRule } from '../../rule.ts';
import { policy } from '../fragments.ts';

const example = (block: string) => policy('web', `podSelector: {}\negress:\n  - to:\n      - ipBlock: ${block}\n`);

export const blockInvalid: KubernetesRule = {
  id: 'NET011',
  model: 'kubernetes',
  severity: 'error',
  title: 'An ipBlock is not valid',
  why: 'The API server refuses what is no block of addresses, and exceptions that are not strictly inside; bits set behind the prefix are still taken, and will be refused too.',
  fix: 'Write an address and a prefix, such as 10.0.0.0/8, and exceptions that are smaller and inside.',
  references: [
    'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/#NetworkPolicySpec',
  ],
  bad: [
    { line: 8, text: example('{cidr: 10.0.0.0}') },
    { line: 8, text: example('{cidr: 10.0.0.0/8, except: [192.168.0.0/16]}') },
    { line: 8, severity: 'warning', text: example('{cidr: 10.0.0.1/8}') },
  ],
  good: [example('{cidr: 10.0.0.0/8, except: [10.1.0.0/16]}')],
};
