/** CNI015: a pool of addresses of Calico with two tunnels. */

import type { KubernetesRule } from '../../rule.ts';

const manifests = (mode: string) => `apiVersion: crd.projectcalico.org/v1
kind: IPPool
metadata:
  name: pods
spec:
  cidr: 10.48.0.0/16
  ipipMode: ${mode}
  vxlanMode: CrossSubnet
`;

export const twoTunnels: KubernetesRule = {
  id: 'CNI015',
  model: 'kubernetes',
  severity: 'error',
  title: 'Pool of addresses asks for two tunnels',
  why: 'Calico carries the traffic of a pool by IP-in-IP or by VXLAN, and refuses a pool that asks for both.',
  fix: 'Set one of ipipMode and vxlanMode to Never, or remove it.',
  references: ['https://docs.tigera.io/calico/latest/reference/resources/ippool'],
  bad: [{ line: 8, text: manifests('Always') }],
  good: [manifests('Never')],
  check(context, report) {
    for (const { group, spec } of context.ofKind('IPPool')) {
      const [ipip, vxlan] = [spec.at('ipipMode'), spec.at('vxlanMode')];
      if (!group.endsWith('projectcalico.org') || !isOn(ipip.value) || !isOn(vxlan.value)) continue;
      report(vxlan, `The pool asks for IP-in-IP (${ipip.value}) and VXLAN (${vxlan.value}). Set one to Never.`);
    }
  },
};

function isOn(mode: unknown): boolean {
  return typeof mode === 'string' && mode !== 'Never' && mode !== '';
}
