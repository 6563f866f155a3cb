/** CLI004: a value of a flag is not valid. Said by the reader of command lines. */

import type { DockerRule } from '../../rule.ts';

export const flagValue: DockerRule = {
  id: 'CLI004',
  model: 'docker',
  file: 'run.sh',
  severity: 'error',
  title: 'A value of a flag is not valid',
  why: 'Docker refuses the command: an address, a path, a name or an option is not what the flag takes.',
  fix: 'Write the value in the form that the message names.',
  references: ['https://docs.docker.com/reference/cli/docker/container/run/'],
  bad: [
    {
      line: 1,
      text: `docker run -d --restart sometimes nginx
`,
    },
  ],
  good: [
    `docker run -d --restart always nginx
`,
  ],
};
