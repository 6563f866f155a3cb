/** CMP063: whether the LAN reaches a network directly is not known. Said by the model of Docker’s networks. */

import type { DockerRule } from '../../rule.ts';

export const trusted: DockerRule = {
  id: 'CMP063',
  model: 'docker',
  severity: 'info',
  title: 'Whether the LAN reaches a network directly is not known',
  why: 'Packets from trusted interfaces go to containers past the filter of the engine; what lies behind these interfaces no file says.',
  fix: 'Remove the option, or read verdicts from the LAN as unknown.',
  references: ['https://docs.docker.com/engine/network/drivers/bridge/'],
  bad: [
    {
      line: 3,
      text: `services:
  web: { image: nginx, networks: [n] }
networks:
  n:
    driver_opts:
      com.docker.network.bridge.trusted_host_interfaces: eth1
`,
    },
  ],
  good: [
    `services:
  web: { image: nginx, networks: [n] }
networks:
  n: {}
`,
  ],
};
