/** CMP046: two definitions cannot be merged. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const merge: DockerRule = {
  id: 'CMP046',
  model: 'docker',
  severity: 'error',
  title: 'Two definitions cannot be merged',
  why: 'One says a list where the other says a mapping, so that it is not known what the service is to get.',
  fix: 'Write both in the same form, or replace the earlier one by !override.',
  references: ['https://docs.docker.com/reference/compose-file/merge/'],
  bad: [
    {
      line: 7,
      text: `services:
  base:
    image: nginx
    deploy: { replicas: 1 }
  web:
    extends: base
    deploy: [replicas]
`,
    },
  ],
  good: [
    `services:
  base:
    image: nginx
    deploy: { replicas: 1 }
  web:
    extends: base
    deploy: { replicas: 2 }
`,
  ],
};
