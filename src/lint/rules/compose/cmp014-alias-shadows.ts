/** CMP014: an alias is also the name of another service on the same network. */

import { pushTo } from '../../../util/ordering.ts';
import type { DockerRule } from '../../rule.ts';

export const aliasShadows: DockerRule = {
  id: 'CMP014',
  model: 'docker',
  severity: 'warning',
  title: 'An alias is the name of another service',
  why: 'Both answer to the name, in turns, so that a client talks to one or the other.',
  fix: 'Rename the alias, or the service.',
  references: ['https://docs.docker.com/reference/compose-file/services/#aliases'],
  bad: [
    {
      line: 5,
      text: `services:
  db: { image: postgres:16 }
  cache:
    image: redis:7
    networks: { default: { aliases: [db] } }
`,
    },
  ],
  good: [
    `services:
  db: { image: postgres:16 }
  cache:
    image: redis:7
    networks: { default: { aliases: [store] } }
`,
  ],
  check({ project }, report) {
    const named = new Map<string, string[]>();
    for (const { name, container_name, networks } of project.services.values()) {
      for (const { network } of networks) {
        for (const own of new Set([name, container_name?.value ?? name])) pushTo(named, placeOf(network, own), name);
      }
    }
    for (const { name, networks } of project.services.values()) {
      for (const { network, aliases } of networks) {
        for (const alias of aliases) {
          const other = named.get(placeOf(network, alias.value))?.find((owner) => owner !== name);
          if (other === undefined) continue;
          report(
            alias.origin,
            `On the network ${network}, ${alias.value} is also the name of ${other}. Choose another alias.`,
          );
        }
      }
    }
  },
};

/** The engine compares names without regard to case. */
function placeOf(network: string, name: string): string {
  return `${network} ${name.toLowerCase()}`;
}
