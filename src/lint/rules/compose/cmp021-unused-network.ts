/** CMP021: a network that no service joins. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const unused: DockerRule = {
  id: 'CMP021',
  model: 'docker',
  severity: 'info',
  title: 'A network that no service joins',
  why: 'Compose does not make it, so that whoever reads the file is misled about what is apart from what.',
  fix: 'Remove the network, or let a service join it.',
  references: ['https://docs.docker.com/reference/compose-file/networks/'],
  bad: [
    {
      line: 4,
      text: `services:
  web: { image: nginx }
networks:
  back: {}
`,
    },
  ],
  good: [
    `services:
  web: { image: nginx, networks: [back] }
networks:
  back: {}
`,
  ],
};
