/** POD014: kernel parameters that nodes do not let pods set. */

import type { KubernetesRule } from '../../rule.ts';
import { pod } from '../fragments.ts';

const example = (name: string) => pod('web', `securityContext:\n  sysctls: [{name: ${name}, value: "1"}]\n`);

/** https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls */
const SAFE: ReadonlySet<string> = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_wmem',
]);

export const unsafeSysctl: KubernetesRule = {
  id: 'POD014',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A pod sets a kernel parameter that is not safe',
  why: 'Nodes refuse such a pod (SysctlForbidden) unless their kubelet is told to allow the parameter; and where it is allowed it may disturb other pods.',
  fix: 'Remove the parameter, or allow it on the nodes that are to run the pod.',
  references: ['https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls'],
  bad: [{ line: 6, text: example('net.core.somaxconn') }],
  good: [example('net.ipv4.tcp_syncookies')],
  check({ pods }, report) {
    for (const { spec } of pods.templates) {
      for (const sysctl of spec.at('securityContext').itemsAt('sysctls')) {
        const name = (sysctl.stringAt('name') ?? '').replaceAll('/', '.');
        if (name === '' || SAFE.has(name)) continue;
        report(
          sysctl,
          `Nodes refuse ${name} unless their kubelet allows it. Remove it, or allow it where the pod is to run.`,
        );
      }
    }
  },
};
