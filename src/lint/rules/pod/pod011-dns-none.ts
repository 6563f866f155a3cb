/** POD011: DNS settings that the API server refuses. */

import type { KubernetesRule } from '../../rule.ts';
import { pod } from '../fragments.ts';

export const dnsNone: KubernetesRule = {
  id: 'POD011',
  model: 'kubernetes',
  severity: 'error',
  title: 'DNS settings of a pod that cannot be used',
  why: 'The policy None needs a nameserver, of which a pod has at most three, each an IP address: the API server refuses the pod.',
  fix: 'Add nameservers to dnsConfig, three at most, or remove dnsPolicy.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config'],
  bad: [{ line: 5, text: pod('web', 'dnsPolicy: None\n') }],
  good: [pod('web', 'dnsPolicy: None\ndnsConfig: {nameservers: [192.0.2.53]}\n')],
};
