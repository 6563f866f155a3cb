/** CMP059: the old way to name what is made elsewhere; the loader takes it. */

import type { DockerRule } from '../../rule.ts';

const example = (external: string) => `services:
  web: { image: nginx, networks: [shared] }
networks:
  shared:
    ${external}
`;

export const externalName: DockerRule = {
  id: 'CMP059',
  model: 'docker',
  severity: 'warning',
  title: 'An external network or volume is named in the old way',
  why: 'The form external.name is deprecated: loaders warn of it, and may stop to read it.',
  fix: 'Write `name` beside `external: true`.',
  references: ['https://docs.docker.com/reference/compose-file/networks/#external'],
  bad: [{ line: 5, text: example('external: { name: front }') }],
  good: [example('external: true\n    name: front')],
};
