/** CMP026: a DNS server that is no address. */

import { parseAddress } from '../../../algebra/cidr.ts';
import type { DockerRule } from '../../rule.ts';

export const dnsServer: DockerRule = {
  id: 'CMP026',
  model: 'docker',
  severity: 'error',
  title: 'A DNS server is no IP address',
  why: 'The container is not created: the engine takes addresses only.',
  fix: 'Write the IP address of the server.',
  references: ['https://docs.docker.com/reference/compose-file/services/#dns'],
  bad: [
    {
      line: 2,
      text: `services:
  a: { image: nginx, dns: [ns.example.com] }
`,
    },
  ],
  good: [
    `services:
  a: { image: nginx, dns: [192.0.2.53] }
`,
  ],
  check({ project }, report) {
    for (const { dns } of project.services.values()) {
      for (const { value, origin } of dns)
        if (!parseAddress(value)) report(origin, 'A DNS server is given by its IP address.');
    }
  },
};
