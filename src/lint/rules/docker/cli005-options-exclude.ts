/** CLI005: options exclude each other. Said by the reader of command lines. */

import type { DockerRule } from '../../rule.ts';

export const excluding: DockerRule = {
  id: 'CLI005',
  model: 'docker',
  file: 'run.sh',
  severity: 'error',
  title: 'Options exclude each other',
  why: 'Docker refuses the command rather than choose between them.',
  fix: 'Leave one of them out.',
  references: ['https://docs.docker.com/reference/cli/docker/container/run/'],
  bad: [
    {
      line: 1,
      text: `docker run -d --rm --restart always nginx
`,
    },
  ],
  good: [
    `docker run -d --restart always nginx
`,
  ],
};
