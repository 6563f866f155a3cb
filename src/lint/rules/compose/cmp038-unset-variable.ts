/** CMP038: a variable has no value. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const unset: DockerRule = {
  id: 'CMP038',
  model: 'docker',
  severity: 'warning',
  title: 'A variable has no value',
  why: 'An empty text is filled in, as Compose does, and the place may mean something else then.',
  fix: 'Give the variable a value in .env or among the options, or a default: `:-` behind its name.',
  references: ['https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/'],
  bad: [
    {
      line: 3,
      text: `services:
  web:
    image: "nginx:\${TAG}"
`,
    },
  ],
  good: [
    `services:
  web:
    image: "nginx:\${TAG:-1}"
`,
  ],
};
