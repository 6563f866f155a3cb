/** CLI009: a command refers to something that is not in these files. Said by the reader of command lines. */

import type { DockerRule } from '../../rule.ts';

export const elsewhere: DockerRule = {
  id: 'CLI009',
  model: 'docker',
  file: 'run.sh',
  severity: 'info',
  title: 'A command refers to something that is not in these files',
  why: 'A network or a container that no command makes, or a file: what it opens is not known.',
  fix: 'Send the command or the file along that makes it.',
  references: ['https://docs.docker.com/reference/cli/docker/container/run/'],
  bad: [
    {
      line: 1,
      text: `docker run -d --network shop nginx
`,
    },
  ],
  good: [
    `docker network create shop
docker run -d --network shop nginx
`,
  ],
};
