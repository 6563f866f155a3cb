/** CMP039: a file of variables is missing, or cannot be read. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const envFile: DockerRule = {
  id: 'CMP039',
  model: 'docker',
  severity: 'error',
  title: 'A file of variables is missing, or cannot be read',
  why: 'Compose does not start the project without it.',
  fix: 'Send the file along, correct its path or its line, or say `required: false`.',
  references: ['https://docs.docker.com/reference/compose-file/services/#env_file'],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: nginx
    env_file: web.env
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
