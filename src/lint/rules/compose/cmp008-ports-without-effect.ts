/** CMP008: ports are published of a service that has no network of its own. */

import type { DockerRule } from '../../rule.ts';

export const portsWithoutEffect: DockerRule = {
  id: 'CMP008',
  model: 'docker',
  severity: 'warning',
  title: 'Published ports have no effect',
  why: 'With network_mode host the process listens on the host itself, and with none on nothing: ports are ignored.',
  fix: 'Remove ports, or the network_mode that makes them void.',
  references: ['https://docs.docker.com/engine/network/drivers/host/'],
  bad: [
    {
      line: 5,
      text: `services:
  web:
    image: nginx
    network_mode: host
    ports: ["8080:80"]
`,
    },
  ],
  good: [
    `services:
  web:
    image: nginx
    ports: ["8080:80"]
`,
  ],
  check({ project }, report) {
    for (const { network_mode: mode, ports } of project.services.values()) {
      const kind = mode?.value.kind;
      const [first] = ports;
      if (!first || (kind !== 'host' && kind !== 'none')) continue;
      report(first.origin, `With network_mode ${kind} the engine ignores ports. Remove them, or the network_mode.`);
    }
  },
};
