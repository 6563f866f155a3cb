/** POD022: a container that listens on a port below 1024. */

import type { Field } from '../../../kubernetes/field.ts';
import type { KubernetesRule } from '../../rule.ts';
import { pod } from '../fragments.ts';

const FREE = 1024;
const example = (port: number, more = '') => pod('web', more, `ports: [{containerPort: ${port}}]\n`);

export const lowPort: KubernetesRule = {
  id: 'POD022',
  model: 'kubernetes',
  severity: 'info',
  title: 'A container listens on a port below 1024',
  why: 'Binding such a port takes root, NET_BIND_SERVICE, or a runtime that lets every pod do it: under runAsNonRoot the program may not start.',
  fix: 'Listen on 8080 or the like, and let the Service have the low port.',
  references: ['https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls'],
  bad: [{ line: 8, text: example(80) }],
  good: [
    example(8080),
    example(80, 'securityContext:\n  sysctls: [{name: net.ipv4.ip_unprivileged_port_start, value: "80"}]\n'),
  ],
  check({ pods }, report) {
    for (const { ports, spec } of pods.templates) {
      const sysctls = spec.at('securityContext').itemsAt('sysctls');
      if (sysctls.some((sysctl) => sysctl.stringAt('name') === 'net.ipv4.ip_unprivileged_port_start')) continue;
      const low = ports.find(({ port, container }) => port < FREE && !mayBind(container));
      if (!low) continue;
      report(
        low.field.at('containerPort'),
        `Port ${low.port} takes root or NET_BIND_SERVICE. Listen on a port from ${FREE}, and let the Service have the low one.`,
      );
    }
  },
};

function mayBind(container: Field): boolean {
  const added = container.at('securityContext').at('capabilities').itemsAt('add');
  return added.some((item) => /^(?:CAP_)?(?:NET_BIND_SERVICE|ALL)$/.test(item.string() ?? ''));
}
