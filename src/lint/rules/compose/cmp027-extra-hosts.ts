/** CMP027: an extra host whose address is none, or that hides a service. */

import { parseAddress } from '../../../algebra/cidr.ts';
import type { DockerRule } from '../../rule.ts';

export const extraHosts: DockerRule = {
  id: 'CMP027',
  model: 'docker',
  severity: 'warning',
  title: 'An extra host is not valid, or hides a service',
  why: 'The engine takes IP addresses and host-gateway; and what stands in /etc/hosts is found before any service.',
  fix: 'Write an IP address or `host-gateway`, under a name that no service has.',
  references: ['https://docs.docker.com/reference/compose-file/services/#extra_hosts'],
  bad: [
    {
      line: 2,
      severity: 'error',
      text: `services:
  a: { image: nginx, extra_hosts: ["db=nowhere"] }
`,
    },
  ],
  good: [
    `services:
  a: { image: nginx, extra_hosts: ["outside=192.0.2.1", "host.docker.internal=host-gateway"] }
`,
  ],
  check({ project }, report) {
    for (const { name, extra_hosts: hosts } of project.services.values()) {
      for (const { host, address, origin } of hosts) {
        if (address !== 'host-gateway' && !parseAddress(address)) {
          report(origin, `The address of ${host} is neither an IP address nor host-gateway.`, { severity: 'error' });
        } else if (host !== name && project.services.has(host)) {
          report(
            origin,
            `${name} finds ${host} at this address, and never the service of that name. Choose another name.`,
          );
        }
      }
    }
  },
};
