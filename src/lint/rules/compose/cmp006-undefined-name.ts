/** CMP006: a network or service is not defined, or services need each other. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const undefinedName: DockerRule = {
  id: 'CMP006',
  model: 'docker',
  severity: 'error',
  title: 'A network or service is not defined, or services need each other',
  why: 'The loader refuses the project: it cannot tell what is meant, or whom to start first.',
  fix: 'Define the network or service, correct its name, or break the circle of dependencies.',
  references: ['https://docs.docker.com/reference/compose-file/services/#depends_on'],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: nginx
    networks: [front]
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
