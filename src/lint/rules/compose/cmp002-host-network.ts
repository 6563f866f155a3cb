/** CMP002: a container in the network of the host. */

import type { DockerRule } from '../../rule.ts';

export const hostNetwork: DockerRule = {
  id: 'CMP002',
  model: 'docker',
  severity: 'warning',
  title: 'A container uses the network of the host',
  why: 'It opens its ports on every address of the host, reaches what listens there for the host alone, and no network of the project holds it.',
  fix: 'Join a network and publish the ports that others need.',
  references: ['https://docs.docker.com/engine/network/drivers/host/'],
  bad: [
    {
      line: 4,
      text: `services:
  agent:
    image: agent
    network_mode: host
`,
    },
  ],
  good: [
    `services:
  agent:
    image: agent
    ports: ["127.0.0.1:9100:9100"]
`,
  ],
  check({ project }, report) {
    for (const { name, network_mode: mode } of project.services.values()) {
      if (mode?.value.kind !== 'host') continue;
      report(mode.origin, `${name} uses the network of the host: nothing isolates it. Publish single ports instead.`);
    }
  },
};
