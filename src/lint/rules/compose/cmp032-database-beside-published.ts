/** CMP032: a database on a network that is no more closed than a published service needs. */

import type { Project } from '../../../docker/project.ts';
import type { Service } from '../../../docker/service.ts';
import type { Origin } from '../../../ingest/document.ts';
import { canPublish, isInternal, isOpen } from '../../context/joined.ts';
import { isDatabase } from '../../context/known-images.ts';
import type { DockerRule } from '../../rule.ts';

const example = (internal: string) => `services:
  web: { image: web, ports: ["443:8443"], networks: [front, back] }
  db: { image: postgres:16, networks: [back] }
networks:
  front: {}
  back: {${internal}}
`;

export const databaseBesidePublished: DockerRule = {
  id: 'CMP032',
  model: 'docker',
  severity: 'warning',
  title: 'A database shares an open network with a published service',
  why: 'The network of the database leads outside: what breaks in through the published service can send its data away, and what is published there by mistake is open.',
  fix: 'Mark the network `internal: true`; the published service keeps its other network for the way outside.',
  references: ['https://docs.docker.com/reference/compose-file/networks/#internal'],
  bad: [{ line: 3, text: example('') }],
  good: [example(' internal: true ')],
  check({ project }, report) {
    const published = [...project.services.values()].filter((service) => isPublished(service, project));
    for (const database of project.services.values()) {
      if (!isDatabase(database) || isPublished(database, project)) continue;
      const found = openNetwork(database, published, project);
      if (!found) continue;
      report(
        found.origin,
        `${database.name} is on ${found.network} with ${found.other}, which is published, and the network leads outside. Mark it internal: true.`,
      );
    }
  },
};

function isPublished(service: Service, project: Project): boolean {
  return canPublish(service, project) && service.ports.some(({ host_ip }) => isOpen(host_ip));
}

/** One that could be internal: the published service has another to be published on, and no other service needs it. */
function openNetwork(
  database: Service,
  published: readonly Service[],
  project: Project,
): { readonly origin: Origin; readonly network: string; readonly other: string } | undefined {
  for (const { network: key, origin } of database.networks) {
    const network = project.networks.get(key);
    if (!network || key === 'default' || network.external || isInternal(network)) continue;
    const other = published.find(
      ({ networks }) => networks.length > 1 && networks.some(({ network: joined }) => joined === key),
    );
    if (other) return { origin, network: key, other: other.name };
  }
  return undefined;
}
