/** CMP023: a service of several containers publishes one fixed port. */

import { canPublish } from './joined.ts';
import type { ProjectRule } from './rule.ts';

export const fixedPortReplicas: ProjectRule = {
  id: 'CMP023',
  severity: 'error',
  title: 'Several containers want one host port',
  why: 'Only the first container gets the port; the others do not start.',
  bad: `services:
  web: { image: nginx, scale: 2, ports: ["8080:80"] }
`,
  good: `services:
  web: { image: nginx, scale: 2, ports: ["8080-8081:80"] }
`,
  check: (project, say) => {
    for (const service of project.services.values()) {
      const { name, replicas, ports } = service;
      if (replicas < 2 || !canPublish(service, project)) continue;
      for (const { published, origin } of ports) {
        if (!published || published.last - published.first + 1 >= replicas) continue;
        say(
          origin,
          `${name} has ${replicas} containers and too few host ports for them. Publish a range, or no fixed port.`,
        );
      }
    }
  },
};
