/** CLI008: a line that cannot be read. Said by the reader of command lines. */

import type { DockerRule } from '../../rule.ts';

export const unreadable: DockerRule = {
  id: 'CLI008',
  model: 'docker',
  file: 'run.sh',
  severity: 'error',
  title: 'A line that cannot be read',
  why: 'It is no command as a shell reads it: a quote or a bracket is open. What it makes is missing from the answer.',
  fix: 'Close what is open, or leave the line out.',
  references: ['https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html'],
  bad: [
    {
      line: 2,
      text: `docker run -d --name web nginx
docker run -d --name "api httpd
`,
    },
  ],
  good: [
    `docker run -d --name web nginx
docker run -d --name "api" httpd
`,
  ],
};
