/** CLI003: a port is not written as docker reads ports. Said by the reader of command lines. */

import type { DockerRule } from '../../rule.ts';

export const portSpec: DockerRule = {
  id: 'CLI003',
  model: 'docker',
  file: 'run.sh',
  severity: 'error',
  title: 'A port is not written as docker reads ports',
  why: 'Docker refuses the command.',
  fix: 'Write host:container, as 8080:80, with an address before it where the port is for one only.',
  references: ['https://docs.docker.com/reference/cli/docker/container/run/#publish'],
  bad: [
    {
      line: 1,
      text: `docker run -d -p 80800:80 nginx
`,
    },
  ],
  good: [
    `docker run -d -p 8080:80 nginx
`,
  ],
};
