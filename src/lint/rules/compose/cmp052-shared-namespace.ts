/** CMP052: a service that uses another's network namespace says something about its own. */

import type { Service } from '../../../docker/service.ts';
import type { Origin } from '../../../ingest/document.ts';
import type { DockerRule } from '../../rule.ts';

export const sharedNamespace: DockerRule = {
  id: 'CMP052',
  model: 'docker',
  severity: 'error',
  title: 'A shared network namespace is given attributes',
  why: 'The container is not created: the options conflict with the container type network mode.',
  fix: 'Move the attribute to the service whose namespace is shared.',
  references: ['https://docs.docker.com/reference/compose-file/services/#network_mode'],
  bad: [
    {
      line: 3,
      text: `services:
  web: { image: nginx }
  side: { image: side, network_mode: "service:web", ports: ["9090:9090"] }
`,
    },
  ],
  good: [
    `services:
  web: { image: nginx, ports: ["9090:9090"] }
  side: { image: side, network_mode: "service:web" }
`,
  ],
  check({ project }, report) {
    for (const service of project.services.values()) {
      const mode = service.network_mode?.value;
      if (mode?.kind !== 'service' && mode?.kind !== 'container') continue;
      for (const [key, origin] of ownAttributes(service)) {
        report(
          origin,
          `${service.name} uses the network of another container, so it can have no ${key}. Give it to that one.`,
        );
      }
    }
  },
};

function ownAttributes({ ports, expose, hostname, dns, extra_hosts, links }: Service): [string, Origin][] {
  const lists = { ports, expose, dns, extra_hosts, links };
  return [
    ...Object.entries(lists).flatMap(([key, entries]): [string, Origin][] => {
      const [first] = entries;
      return first ? [[key, first.origin]] : [];
    }),
    ...(hostname ? [['hostname', hostname.origin] as [string, Origin]] : []),
  ];
}
