/** CMP042: two mounts at one path. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const sameMount: DockerRule = {
  id: 'CMP042',
  model: 'docker',
  severity: 'error',
  title: 'Two mounts at one path',
  why: 'Only one of them could be there, and the loader refuses the service.',
  fix: 'Remove one, or mount it elsewhere.',
  references: ['https://docs.docker.com/reference/compose-file/services/#volumes'],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: nginx
    volumes: ["./a:/data", "./b:/data"]
    tmpfs: [/data]
`,
    },
  ],
  good: [
    `services:
  web:
    image: nginx
    volumes: ["./a:/data", "./b:/more"]
`,
  ],
};
