/** CMP037: a variable cannot be filled in. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const interpolation: DockerRule = {
  id: 'CMP037',
  model: 'docker',
  severity: 'error',
  title: 'A variable cannot be filled in',
  why: 'The text with the variable is not well formed, its value is required and missing, or it is of another type than the place asks for.',
  fix: 'Close the braces, double a dollar sign that is meant, and give the variable a value.',
  references: ['https://docs.docker.com/reference/compose-file/interpolation/'],
  bad: [
    {
      line: 3,
      text: `services:
  web:
    image: "nginx:\${TAG"
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
