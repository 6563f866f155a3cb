/** CMP041: a volume, secret, config or model is not defined. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const undefinedResource: DockerRule = {
  id: 'CMP041',
  model: 'docker',
  severity: 'error',
  title: 'A volume, secret, config or model is not defined',
  why: 'The loader refuses a project that uses what it does not define.',
  fix: 'Define it in its section at the top of the file, or correct the name.',
  references: ['https://docs.docker.com/reference/compose-file/volumes/'],
  bad: [
    {
      line: 4,
      text: `services:
  db:
    image: postgres:16
    volumes: ["data:/var/lib/postgresql/data"]
`,
    },
  ],
  good: [
    `services:
  db:
    image: postgres:16
    volumes: ["data:/var/lib/postgresql/data"]
volumes:
  data: {}
`,
  ],
};
