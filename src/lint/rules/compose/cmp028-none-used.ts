/** CMP028: a container without a network that is to talk to somebody. */

import { namedHosts } from '../../context/compose-hosts.ts';
import { namespaceRoot } from '../../context/joined.ts';
import type { DockerRule } from '../../rule.ts';

const example = (mode: string) => `services:
  job:
    image: job
${mode}    environment: { API_URL: "http://api:8080" }
  api: { image: api }
`;

export const noneUsed: DockerRule = {
  id: 'CMP028',
  model: 'docker',
  severity: 'error',
  title: 'A container without a network is to talk to others',
  why: 'With `network_mode: none` it has nothing but its own loopback interface, so no name resolves and no connection is made.',
  fix: 'Remove network_mode, or the variable.',
  references: ['https://docs.docker.com/engine/network/drivers/none/'],
  bad: [{ line: 5, text: example('    network_mode: none\n') }],
  good: [example('')],
  check({ project }, report) {
    for (const service of project.services.values()) {
      if (namespaceRoot(service, project).network_mode?.value.kind !== 'none') continue;
      for (const { variable, host, origin } of namedHosts(service)) {
        report(
          origin,
          `${variable} names ${host}, and ${service.name} has no network. Remove network_mode: none, or this.`,
        );
      }
    }
  },
};
