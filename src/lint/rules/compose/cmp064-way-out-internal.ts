/** CMP064: ports are not published, for the way out is another network. Said by the model of Docker’s networks. */

import type { DockerRule } from '../../rule.ts';

export const unpublished: DockerRule = {
  id: 'CMP064',
  model: 'docker',
  severity: 'warning',
  title: 'Ports are not published, for the way out is another network',
  why: 'The engine publishes ports on the network that is the default gateway; of an internal one or one of macvlan nothing is published.',
  fix: 'Give the network that leads outside the highest gw_priority.',
  references: ['https://docs.docker.com/reference/compose-file/services/#gw_priority'],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: nginx
    ports: ["443:443"]
    networks:
      front: {}
      lan: { gw_priority: 1 }
networks:
  front: {}
  lan: { driver: macvlan, driver_opts: { parent: eth0 } }
`,
    },
  ],
  good: [
    `services:
  web:
    image: nginx
    ports: ["443:443"]
    networks:
      front: { gw_priority: 1 }
networks:
  front: {}
`,
  ],
};
