/** CMP054: a network without addresses. */

import type { DockerRule } from '../../rule.ts';

export const noAddresses: DockerRule = {
  id: 'CMP054',
  model: 'docker',
  severity: 'error',
  title: 'A network has no addresses',
  why: 'Without IPv4 and without IPv6 no container on the network can be reached.',
  fix: 'Enable one family of addresses.',
  references: ['https://docs.docker.com/reference/compose-file/networks/#enable_ipv4'],
  bad: [
    {
      line: 4,
      text: `services:
  a: { image: nginx, networks: [one] }
networks:
  one: { enable_ipv4: false }
`,
    },
  ],
  good: [
    `services:
  a: { image: nginx, networks: [one] }
networks:
  one: { enable_ipv4: false, enable_ipv6: true }
`,
  ],
  check({ project }, report) {
    for (const { key, enable_ipv4: v4, enable_ipv6: v6, external } of project.networks.values()) {
      if (external || v4?.value !== false || v6?.value === true) continue;
      report(v4.origin, `The network ${key} has neither IPv4 nor IPv6. Add enable_ipv6: true, or remove this.`);
    }
  },
};
