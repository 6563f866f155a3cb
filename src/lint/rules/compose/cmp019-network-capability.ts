/** CMP019: a container may change its own network, or the host's. */

import type { DockerRule } from '../../rule.ts';

const CAPABILITIES: ReadonlySet<string> = new Set(['ALL', 'NET_ADMIN', 'NET_RAW', 'SYS_ADMIN', 'SYS_MODULE']);

export const networkCapability: DockerRule = {
  id: 'CMP019',
  model: 'docker',
  severity: 'warning',
  title: 'A container may change networks',
  why: 'With these rights a container can change routes and filters, or speak with the address of a neighbour.',
  fix: 'Remove the capability, or `privileged`, where the program does without.',
  references: ['https://docs.docker.com/engine/security/#linux-kernel-capabilities'],
  bad: [
    {
      line: 2,
      text: `services:
  vpn: { image: vpn, cap_add: [NET_ADMIN] }
`,
    },
  ],
  good: [
    `services:
  vpn: { image: vpn, cap_drop: [NET_RAW] }
`,
  ],
  check({ project }, report) {
    for (const { name, privileged, cap_add: added } of project.services.values()) {
      if (privileged?.value)
        report(
          privileged.origin,
          `${name} is privileged: nothing isolates it from the host. Give it single capabilities instead.`,
        );
      for (const { value, origin } of added) {
        if (!CAPABILITIES.has(value.toUpperCase().replace(/^CAP_/, ''))) continue;
        report(
          origin,
          `With ${value} ${name} can change its network, or pose as a neighbour. Remove it where it can be.`,
        );
      }
    }
  },
};
