/** CMP027: an extra host whose address is none, or that hides a service. */

import { parseAddress } from '../../algebra/cidr.ts';
import type { ProjectRule } from './rule.ts';

export const extraHosts: ProjectRule = {
  id: 'CMP027',
  severity: 'warning',
  title: 'An extra host is not valid, or hides a service',
  why: 'The engine takes IP addresses and host-gateway; and what stands in /etc/hosts is found before any service.',
  bad: `services:
  a: { image: nginx, extra_hosts: ["db=nowhere"] }
`,
  good: `services:
  a: { image: nginx, extra_hosts: ["outside=192.0.2.1", "host.docker.internal=host-gateway"] }
`,
  check: (project, say) => {
    for (const { name, extra_hosts: hosts } of project.services.values()) {
      for (const { host, address, origin } of hosts) {
        if (address !== 'host-gateway' && !parseAddress(address)) {
          say(origin, `The address of ${host} is neither an IP address nor host-gateway.`, 'error');
        } else if (host !== name && project.services.has(host)) {
          say(
            origin,
            `${name} finds ${host} at this address, and never the service of that name. Choose another name.`,
          );
        }
      }
    }
  },
};
