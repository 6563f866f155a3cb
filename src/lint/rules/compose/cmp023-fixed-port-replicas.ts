/** CMP023: a service of several containers publishes one fixed port. */

import { canPublish } from '../../context/joined.ts';
import type { DockerRule } from '../../rule.ts';

export const fixedPortReplicas: DockerRule = {
  id: 'CMP023',
  model: 'docker',
  severity: 'error',
  title: 'Several containers want one host port',
  why: 'Only the first container gets the port; the others do not start.',
  fix: 'Leave the host port to the engine or give a range of ports, and remove container_name.',
  references: ['https://docs.docker.com/reference/compose-file/services/#container_name'],
  bad: [
    {
      line: 2,
      text: `services:
  web: { image: nginx, scale: 2, ports: ["8080:80"] }
`,
    },
  ],
  good: [
    `services:
  web: { image: nginx, scale: 2, ports: ["8080-8081:80"] }
`,
  ],
  check({ project }, report) {
    for (const service of project.services.values()) {
      const { name, replicas, ports } = service;
      if (replicas < 2 || !canPublish(service, project)) continue;
      for (const { published, origin } of ports) {
        if (!published || published.last - published.first + 1 >= replicas) continue;
        report(
          origin,
          `${name} has ${replicas} containers and too few host ports for them. Publish a range, or no fixed port.`,
        );
      }
    }
  },
};
