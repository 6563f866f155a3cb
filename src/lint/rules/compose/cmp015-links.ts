/** CMP015: links, which user-defined networks made needless. */

import type { DockerRule } from '../../rule.ts';

export const legacyLinks: DockerRule = {
  id: 'CMP015',
  model: 'docker',
  severity: 'info',
  title: 'Links are a feature of the past',
  why: 'Services of one network find each other by name without links, which Docker keeps for old projects only.',
  fix: 'Remove them; write depends_on where the order of starting matters, and an alias where another name is asked for.',
  references: ['https://docs.docker.com/engine/network/links/'],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: web
    links: [db]
  db: { image: postgres:16 }
`,
    },
  ],
  good: [
    `services:
  web:
    image: web
    depends_on: [db]
  db: { image: postgres:16 }
`,
  ],
  check({ project }, report) {
    for (const { name, links, external_links: external, network_mode: mode } of project.services.values()) {
      const [link] = [...links, ...external];
      // On the engine's own bridge nothing else gives names.
      if (!link || mode?.value.kind === 'bridge') continue;
      report(link.origin, `${name} finds ${link.service} by name without a link. Remove it, or use an alias.`);
    }
  },
};
