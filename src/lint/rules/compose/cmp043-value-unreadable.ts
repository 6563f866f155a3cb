/** CMP043: a value that Compose cannot read. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const value: DockerRule = {
  id: 'CMP043',
  model: 'docker',
  severity: 'error',
  title: 'A value that Compose cannot read',
  why: 'Durations, sizes, modes and commands have forms of their own; the loader refuses others.',
  fix: 'Write the value in the form that the message names.',
  references: ['https://docs.docker.com/reference/compose-file/extension/#specifying-durations'],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: nginx
    stop_grace_period: soon
`,
    },
  ],
  good: [
    `services:
  web:
    image: nginx
    stop_grace_period: 1m30s
`,
  ],
};
