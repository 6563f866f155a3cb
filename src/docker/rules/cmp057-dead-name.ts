/** CMP057: a name that nobody can ask for. */

import type { Placed } from '../placed.ts';
import type { ProjectRule } from './rule.ts';

/** Labels as resolvers take them, underscores included. */
const NAME = /^(?!-)[A-Za-z0-9_-]{1,63}(?:\.(?!-)[A-Za-z0-9_-]{1,63})*$/;

export const deadName: ProjectRule = {
  id: 'CMP057',
  severity: 'warning',
  title: 'A name can never be asked for',
  why: 'Names are looked up as DNS names: letters, digits and hyphens, at most 63 between dots.',
  bad: `services:
  a:
    image: nginx
    networks: { default: { aliases: ["my app"] } }
`,
  good: `services:
  a:
    image: nginx
    networks: { default: { aliases: [my-app] } }
`,
  check: (project, say) => {
    for (const { hostname, networks } of project.services.values()) {
      const names: Placed<string>[] = [...(hostname ? [hostname] : []), ...networks.flatMap(({ aliases }) => aliases)];
      for (const { value, origin } of names) {
        if (!NAME.test(value))
          say(origin, 'This is no DNS name, so nobody can ask for it. Use letters, digits and hyphens.');
      }
    }
  },
};
