/** CMP050: a file lies outside of what was sent. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const outside: DockerRule = {
  id: 'CMP050',
  model: 'docker',
  severity: 'error',
  title: 'A file lies outside of what was sent',
  why: 'It is not read from anywhere else, so that the project is not known in full.',
  fix: 'Send it along, under a path inside.',
  references: ['https://docs.docker.com/reference/compose-file/services/#env_file'],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: nginx
    env_file: ../web.env
`,
    },
  ],
  good: [
    `services:
  web:
    image: nginx
    env_file: { path: web.env, required: false }
`,
  ],
};
