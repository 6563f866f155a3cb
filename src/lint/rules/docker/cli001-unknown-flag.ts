/** CLI001: a flag that docker does not know. Said by the reader of command lines. */

import type { DockerRule } from '../../rule.ts';

export const unknownFlag: DockerRule = {
  id: 'CLI001',
  model: 'docker',
  file: 'run.sh',
  severity: 'error',
  title: 'A flag that docker does not know',
  why: 'Docker refuses the whole command, so that nothing of it is made.',
  fix: 'Correct the flag, or give it a value of its type.',
  references: ['https://docs.docker.com/reference/cli/docker/container/run/'],
  bad: [
    {
      line: 1,
      text: `docker run -d --netwrok shop nginx
`,
    },
  ],
  good: [
    `docker network create shop
docker run -d --network shop nginx
`,
  ],
};
