/** CMP060: what a container can reach is not known. Said by the model of Docker’s networks. */

import type { DockerRule } from '../../rule.ts';

export const unknownPlace: DockerRule = {
  id: 'CMP060',
  model: 'docker',
  severity: 'warning',
  title: 'What a container can reach is not known',
  why: 'It uses the network of a container that no file defines.',
  fix: 'Send the file along that defines the other container.',
  references: ['https://docs.docker.com/reference/compose-file/services/#network_mode'],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: nginx
    network_mode: container:vpn
`,
    },
  ],
  good: [
    `services:
  vpn: { image: vpn }
  web:
    image: nginx
    network_mode: service:vpn
`,
  ],
};
