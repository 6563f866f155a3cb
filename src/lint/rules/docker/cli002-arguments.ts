/** CLI002: arguments are missing, too many or not valid. Said by the reader of command lines. */

import type { DockerRule } from '../../rule.ts';

export const wrongArguments: DockerRule = {
  id: 'CLI002',
  model: 'docker',
  file: 'run.sh',
  severity: 'error',
  title: 'Arguments are missing, too many or not valid',
  why: 'Docker refuses the command: there is no image, or a name that is none.',
  fix: 'Write the flags first, then the image in lower case, then the command.',
  references: ['https://docs.docker.com/reference/cli/docker/container/run/'],
  bad: [
    {
      line: 1,
      text: `docker run -d --name web
`,
    },
  ],
  good: [
    `docker run -d --name web nginx
`,
  ],
};
