/** CMP047: a file or service that is extended or included is not there. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const extendedMissing: DockerRule = {
  id: 'CMP047',
  model: 'docker',
  severity: 'error',
  title: 'A file or service that is extended or included is not there',
  why: 'The project cannot be put together, and the loader refuses it.',
  fix: 'Send the file along, or correct its path or the name of the service.',
  references: ['https://docs.docker.com/reference/compose-file/services/#extends'],
  bad: [
    {
      line: 3,
      text: `services:
  web:
    extends: { file: common.yaml, service: base }
`,
    },
  ],
  good: [
    `{ image: nginx }
  { extends: base }
`,
  ],
};
