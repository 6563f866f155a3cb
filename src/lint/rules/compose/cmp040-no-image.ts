/** CMP040: a service has neither an image nor a build. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const noImage: DockerRule = {
  id: 'CMP040',
  model: 'docker',
  severity: 'error',
  title: 'A service has neither an image nor a build',
  why: 'There is nothing to run, and the loader refuses the project.',
  fix: 'Give it an image, or a build.',
  references: ['https://docs.docker.com/reference/compose-file/services/#image'],
  bad: [
    {
      line: 2,
      text: `services:
  web:
    command: serve
`,
    },
  ],
  good: [
    `services:
  web:
    image: nginx
    command: serve
`,
  ],
};
