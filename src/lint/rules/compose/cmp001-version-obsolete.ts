/** CMP001: the attribute version is obsolete. Said by the loader. */

import type { DockerRule } from '../../rule.ts';

export const version: DockerRule = {
  id: 'CMP001',
  model: 'docker',
  severity: 'info',
  title: 'The attribute version is obsolete',
  why: 'Compose takes no notice of it, and readers take it for the version of something.',
  fix: 'Remove the line.',
  references: ['https://docs.docker.com/reference/compose-file/version-and-name/'],
  bad: [
    {
      line: 1,
      text: `version: "3.8"
services:
  web: { image: nginx }
`,
    },
  ],
  good: [
    `services:
  web: { image: nginx }
`,
  ],
};
