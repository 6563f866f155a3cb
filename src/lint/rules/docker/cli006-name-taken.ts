/** CLI006: a name that is taken. Said by the reader of command lines. */

import type { DockerRule } from '../../rule.ts';

export const nameTaken: DockerRule = {
  id: 'CLI006',
  model: 'docker',
  file: 'run.sh',
  severity: 'error',
  title: 'A name that is taken',
  why: 'Two containers or networks of one host cannot have one name: the second command fails.',
  fix: 'Choose another name, or remove the first before.',
  references: ['https://docs.docker.com/reference/cli/docker/network/create/'],
  bad: [
    {
      line: 2,
      text: `docker run -d --name web nginx
docker run -d --name web httpd
`,
    },
  ],
  good: [
    `docker run -d --name web nginx
docker run -d --name api httpd
`,
  ],
};
