/** CMP062: containers of an internal network reach the host. Said by the model of Docker’s networks. */

import type { DockerRule } from '../../rule.ts';

export const internalHost: DockerRule = {
  id: 'CMP062',
  model: 'docker',
  severity: 'info',
  title: 'Containers of an internal network reach the host',
  why: 'Internal keeps the outside away, and not the host, which has an address on the bridge.',
  fix: 'Set the gateway mode to isolated, where the host is not to be reached.',
  references: ['https://docs.docker.com/engine/network/drivers/bridge/'],
  bad: [
    {
      line: 5,
      text: `services:
  db: { image: postgres:16, networks: [back] }
networks:
  back:
    internal: true
`,
    },
  ],
  good: [
    `services:
  db: { image: postgres:16, networks: [back] }
networks:
  back:
    internal: true
    driver_opts:
      com.docker.network.bridge.gateway_mode_ipv4: isolated
      com.docker.network.bridge.gateway_mode_ipv6: isolated
`,
  ],
};
