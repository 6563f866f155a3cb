/** CLI007: a part of a command cannot be known from the text. Said by the reader of command lines. */

import type { DockerRule } from '../../rule.ts';

export const unknownPart: DockerRule = {
  id: 'CLI007',
  model: 'docker',
  file: 'run.sh',
  severity: 'warning',
  title: 'A part of a command cannot be known from the text',
  why: 'A variable or the output of another command stands there, so that verdicts that rest on it are unknown.',
  fix: 'Give the variable a value among the options, or write the value out.',
  references: ['https://docs.docker.com/reference/cli/docker/container/run/'],
  bad: [
    {
      line: 1,
      text: `docker run -d --network "$NETWORK" nginx
`,
    },
  ],
  good: [
    `docker network create shop
docker run -d --network shop nginx
`,
  ],
};
