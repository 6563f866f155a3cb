/** CMP048: a Compose project defines nothing. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const empty: DockerRule = {
  id: 'CMP048',
  model: 'docker',
  severity: 'error',
  title: 'A Compose project defines nothing',
  why: 'The loader refuses a project without services.',
  fix: 'Define a service, or leave the file out.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  bad: [
    {
      line: 1,
      text: `{}
`,
    },
  ],
  good: [
    `services:
  web: { image: nginx }
`,
  ],
};
