/** CMP004: a database or a control port is published to other machines. */

import { sensitiveProduct } from '../../context/compose-ports.ts';
import { canPublish } from '../../context/joined.ts';
import type { DockerRule } from '../../rule.ts';

export const sensitivePort: DockerRule = {
  id: 'CMP004',
  model: 'docker',
  severity: 'warning',
  title: 'A database is published to other machines',
  why: 'The engine opens published ports before the host firewall of ufw or firewalld is asked.',
  fix: 'Publish it on 127.0.0.1, or not at all: services of one network need no published port.',
  references: ['https://docs.docker.com/engine/network/packet-filtering-firewalls/'],
  bad: [
    {
      line: 4,
      text: `services:
  db:
    image: postgres:16
    ports: ["5432:5432"]
`,
    },
  ],
  good: [
    `services:
  db:
    image: postgres:16
    ports: ["127.0.0.1:5432:5432"]
`,
  ],
  check({ project }, report) {
    for (const service of project.services.values()) {
      if (!canPublish(service, project)) continue;
      for (const port of service.ports) {
        const product = sensitiveProduct(port);
        if (product === undefined) continue;
        report(
          port.origin,
          `Port ${port.target}, that of ${product}, is published to other machines. Write 127.0.0.1: before it, or leave it out: services of one network need no published port.`,
        );
      }
    }
  },
};
