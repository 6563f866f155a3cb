/** CMP009: a service depends on, or links to, one that it shares no network with. */

import type { Origin } from '../../../ingest/document.ts';
import { shareNetwork } from '../../context/joined.ts';
import type { DockerRule } from '../../rule.ts';

export const noSharedNetwork: DockerRule = {
  id: 'CMP009',
  model: 'docker',
  severity: 'warning',
  title: 'A service needs another that it cannot reach',
  why: 'Containers reach each other by name only on a network that both are on; depends_on and links open nothing.',
  fix: 'Give both services a network in common.',
  references: ['https://docs.docker.com/reference/compose-file/services/#networks'],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: nginx
    depends_on: [db]
    networks: [front]
  db:
    image: postgres:16
    networks: [back]
networks:
  front: {}
  back: { internal: true }
`,
    },
  ],
  good: [
    `services:
  web:
    image: nginx
    depends_on: [db]
    networks: [front, back]
  db:
    image: postgres:16
    networks: [back]
networks:
  front: {}
  back: { internal: true }
`,
  ],
  check({ project }, report) {
    for (const service of project.services.values()) {
      const needed = new Map<string, Origin>([...service.depends_on].map(([name, { origin }]) => [name, origin]));
      for (const { service: name, origin } of service.links) needed.set(name, origin);
      for (const [name, origin] of needed) {
        const target = project.services.get(name);
        if (!target || target === service || shareNetwork(service, target, project)) continue;
        report(origin, `${service.name} needs ${name}, and no network has both. Give them a common one.`);
      }
    }
  },
};
