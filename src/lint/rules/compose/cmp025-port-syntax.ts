/** CMP025: a port is not written as Compose reads ports. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const port: DockerRule = {
  id: 'CMP025',
  model: 'docker',
  severity: 'error',
  title: 'A port is not written as Compose reads ports',
  why: 'The loader or the engine refuses it: a number out of range, ranges of different lengths, or an address that is none.',
  fix: 'Write [host address:][host port:]container port[/protocol], in quotes.',
  references: ['https://docs.docker.com/reference/compose-file/services/#short-syntax-3'],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: nginx
    ports: ["8000-8002:80-81"]
`,
    },
  ],
  good: [
    `services:
  web:
    image: nginx
    ports: ["8000-8001:80-81"]
`,
  ],
};
