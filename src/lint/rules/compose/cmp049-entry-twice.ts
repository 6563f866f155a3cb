/** CMP049: an entry stands twice in a list. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const twice: DockerRule = {
  id: 'CMP049',
  model: 'docker',
  severity: 'error',
  title: 'An entry stands twice in a list',
  why: 'The schema of Compose asks for lists without repetition here, and the loader refuses others.',
  fix: 'Remove one of them.',
  references: ['https://docs.docker.com/reference/compose-file/services/#security_opt'],
  bad: [
    {
      line: 6,
      text: `services:
  web:
    image: nginx
    security_opt:
      - no-new-privileges
      - no-new-privileges
`,
    },
  ],
  good: [
    `services:
  web:
    image: nginx
    security_opt:
      - no-new-privileges
`,
  ],
};
