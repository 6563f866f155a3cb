/** CMP065: answers may leave by another network than questions came. Said by the model of Docker’s networks. */

import type { DockerRule } from '../../rule.ts';

export const asymmetric: DockerRule = {
  id: 'CMP065',
  model: 'docker',
  severity: 'warning',
  title: 'Answers may leave by another network than questions came',
  why: 'A container on a network of macvlan or ipvlan answers its subnet there directly: published ports do not answer the host and its neighbours.',
  fix: 'Reach the container by its own address on that network, or take it off it.',
  references: ['https://docs.docker.com/engine/network/drivers/macvlan/'],
  bad: [
    {
      line: 7,
      text: `services:
  web:
    image: nginx
    ports: ["443:443"]
    networks:
      front: { gw_priority: 1 }
      lan: {}
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
      front: {}
networks:
  front: {}
`,
  ],
};
