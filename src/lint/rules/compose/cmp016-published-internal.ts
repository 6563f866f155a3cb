/** CMP016: ports are published of a service whose networks are all internal. */

import { canPublish } from '../../context/joined.ts';
import type { DockerRule } from '../../rule.ts';

export const publishedInternal: DockerRule = {
  id: 'CMP016',
  model: 'docker',
  severity: 'warning',
  title: 'Ports of an internal service are not published',
  why: 'An internal network has no way in from outside; the engine passes over its ports without a word.',
  fix: 'Add a network that is not internal, or remove the published ports.',
  references: ['https://docs.docker.com/reference/compose-file/networks/#internal'],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: nginx
    ports: ["8080:80"]
    networks: [back]
networks:
  back: { internal: true }
`,
    },
  ],
  good: [
    `services:
  web:
    image: nginx
    ports: ["8080:80"]
    networks: [back, front]
networks:
  back: { internal: true }
  front: {}
`,
  ],
  check({ project }, report) {
    for (const service of project.services.values()) {
      const [first] = service.ports;
      if (!first || service.networks.length === 0 || canPublish(service, project)) continue;
      report(
        first.origin,
        `Every network of ${service.name} is internal, so nothing is published. Join one that is not, or remove the ports.`,
      );
    }
  },
};
