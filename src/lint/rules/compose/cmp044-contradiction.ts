/** CMP044: attributes that exclude each other, or say different things. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const contradiction: DockerRule = {
  id: 'CMP044',
  model: 'docker',
  severity: 'error',
  title: 'Attributes that exclude each other, or say different things',
  why: 'The loader does not choose between them, and refuses the project.',
  fix: 'Keep one of them.',
  references: ['https://docs.docker.com/reference/compose-file/services/#scale'],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: nginx
    scale: 2
    deploy: { replicas: 3 }
`,
    },
  ],
  good: [
    `services:
  web:
    image: nginx
    scale: 3
    deploy: { replicas: 3 }
`,
  ],
};
