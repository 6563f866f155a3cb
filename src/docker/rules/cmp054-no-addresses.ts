/** CMP054: a network without addresses. */

import type { ProjectRule } from './rule.ts';

export const noAddresses: ProjectRule = {
  id: 'CMP054',
  severity: 'error',
  title: 'A network has no addresses',
  why: 'Without IPv4 and without IPv6 no container on the network can be reached.',
  bad: `services:
  a: { image: nginx, networks: [one] }
networks:
  one: { enable_ipv4: false }
`,
  good: `services:
  a: { image: nginx, networks: [one] }
networks:
  one: { enable_ipv4: false, enable_ipv6: true }
`,
  check: (project, say) => {
    for (const { key, enable_ipv4: v4, enable_ipv6: v6, external } of project.networks.values()) {
      if (external || v4?.value !== false || v6?.value === true) continue;
      say(v4.origin, `The network ${key} has neither IPv4 nor IPv6. Add enable_ipv6: true, or remove this.`);
    }
  },
};
