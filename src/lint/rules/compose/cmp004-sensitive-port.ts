/** CMP004: a database or a control port is published to other machines. */

import { canPublish, isOpen } from '../../context/joined.ts';
import type { DockerRule } from '../../rule.ts';

/** Ports that are often open without a password, or should only be reached from inside. */
const SENSITIVE: ReadonlyMap<number, string> = new Map([
  [1433, 'SQL Server'],
  [1521, 'Oracle'],
  [2375, 'the Docker engine'],
  [2379, 'etcd'],
  [3306, 'MySQL'],
  [5432, 'PostgreSQL'],
  [5984, 'CouchDB'],
  [6379, 'Redis'],
  [8086, 'InfluxDB'],
  [9042, 'Cassandra'],
  [9200, 'Elasticsearch'],
  [11211, 'memcached'],
  [27017, 'MongoDB'],
]);

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
      for (const { target, protocol, host_ip, origin } of service.ports) {
        const product = protocol === 'tcp' && isOpen(host_ip) ? SENSITIVE.get(target) : undefined;
        if (product === undefined) continue;
        report(
          origin,
          `Port ${target}, that of ${product}, is published to other machines. Write 127.0.0.1: before it, or leave it out: services of one network need no published port.`,
        );
      }
    }
  },
};
