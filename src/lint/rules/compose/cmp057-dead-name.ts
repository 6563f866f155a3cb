/** CMP057: a name that nobody can ask for. */

import type { Placed } from '../../../docker/placed.ts';
import type { DockerRule } from '../../rule.ts';

/** Labels as resolvers take them, underscores included. */
const NAME = /^(?!-)[A-Za-z0-9_-]{1,63}(?:\.(?!-)[A-Za-z0-9_-]{1,63})*$/;

export const deadName: DockerRule = {
  id: 'CMP057',
  model: 'docker',
  severity: 'warning',
  title: 'A name can never be asked for',
  why: 'Names are looked up as DNS names: letters, digits and hyphens, at most 63 between dots.',
  fix: 'Use letters, digits and hyphens only.',
  references: ['https://docs.docker.com/reference/compose-file/services/#hostname'],
  bad: [
    {
      line: 4,
      text: `services:
  a:
    image: nginx
    networks: { default: { aliases: ["my app"] } }
`,
    },
  ],
  good: [
    `services:
  a:
    image: nginx
    networks: { default: { aliases: [my-app] } }
`,
  ],
  check({ project }, report) {
    for (const { hostname, networks } of project.services.values()) {
      const names: Placed<string>[] = [...(hostname ? [hostname] : []), ...networks.flatMap(({ aliases }) => aliases)];
      for (const { value, origin } of names) {
        if (!NAME.test(value))
          report(origin, 'This is no DNS name, so nobody can ask for it. Use letters, digits and hyphens.');
      }
    }
  },
};
