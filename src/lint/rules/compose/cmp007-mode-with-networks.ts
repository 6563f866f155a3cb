/** CMP007: a service has network_mode and networks. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const mode: DockerRule = {
  id: 'CMP007',
  model: 'docker',
  severity: 'error',
  title: 'A service has network_mode and networks',
  why: 'The two exclude each other, and the loader refuses the project.',
  fix: 'Keep one of them.',
  references: ['https://docs.docker.com/reference/compose-file/services/#network_mode'],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: nginx
    network_mode: host
    networks: [front]
networks:
  front: {}
`,
    },
  ],
  good: [
    `services:
  web:
    image: nginx
    networks: [front]
networks:
  front: {}
`,
  ],
};
