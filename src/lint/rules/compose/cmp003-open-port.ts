/** CMP003: a port is published to other machines. */

import { sensitiveProduct } from '../../context/compose-ports.ts';
import { canPublish, isOpen } from '../../context/joined.ts';
import type { DockerRule } from '../../rule.ts';

/** Where a host serves the world on purpose. */
const PUBLIC: ReadonlySet<number> = new Set([80, 443]);

export const openPort: DockerRule = {
  id: 'CMP003',
  model: 'docker',
  severity: 'warning',
  title: 'A port is published to other machines',
  why: 'Without an address a port is open on every interface of the host, and the engine opens it before ufw or firewalld is asked. Ports 80 and 443 of the host are taken as meant.',
  fix: 'Write 127.0.0.1: before the port where only the host itself needs it.',
  references: [
    'https://docs.docker.com/engine/network/port-publishing/',
    'https://docs.docker.com/engine/network/packet-filtering-firewalls/',
  ],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: web
    ports: ["8080:8080"]
`,
    },
  ],
  good: [
    `services:
  web:
    image: web
    ports: ["127.0.0.1:8080:8080", "443:8443"]
`,
  ],
  check({ project }, report) {
    for (const service of project.services.values()) {
      if (!canPublish(service, project)) continue;
      // One finding for a service: the others have the same cause.
      const open = service.ports.find(
        (port) =>
          isOpen(port.host_ip) && !PUBLIC.has(port.published?.first ?? 0) && sensitiveProduct(port) === undefined,
      );
      if (!open) continue;
      report(
        open.origin,
        `${service.name} is open to other machines on port ${open.published?.first ?? 'of the engine’s choice'}, whatever ufw says. Write 127.0.0.1: before it where only this host needs it.`,
      );
    }
  },
};
