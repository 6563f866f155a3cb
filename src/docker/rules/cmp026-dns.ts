/** CMP026: a DNS server that is no address. */

import { parseAddress } from '../../algebra/cidr.ts';
import type { ProjectRule } from './rule.ts';

export const dnsServer: ProjectRule = {
  id: 'CMP026',
  severity: 'error',
  title: 'A DNS server is no IP address',
  why: 'The container is not created: the engine takes addresses only.',
  bad: `services:
  a: { image: nginx, dns: [ns.example.com] }
`,
  good: `services:
  a: { image: nginx, dns: [192.0.2.53] }
`,
  check: (project, say) => {
    for (const { dns } of project.services.values()) {
      for (const { value, origin } of dns)
        if (!parseAddress(value)) say(origin, 'A DNS server is given by its IP address.');
    }
  },
};
