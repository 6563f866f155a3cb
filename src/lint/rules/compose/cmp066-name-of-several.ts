/** CMP066: one name means different containers on different networks. Said by the model of Docker’s networks. */

import type { DockerRule } from '../../rule.ts';

export const contested: DockerRule = {
  id: 'CMP066',
  model: 'docker',
  severity: 'info',
  title: 'One name means different containers on different networks',
  why: 'A container on both networks asks one of them first, by the order of its gateways, and finds whoever answers there.',
  fix: 'Give the containers different names.',
  references: ['https://docs.docker.com/engine/network/#dns-services'],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: nginx
    networks: [one, two]
  a:
    image: nginx
    networks: { one: { aliases: [store] } }
  b:
    image: nginx
    networks: { two: { aliases: [store] } }
networks:
  one: {}
  two: {}
`,
    },
  ],
  good: [
    `services:
  web:
    image: nginx
    networks: [one, two]
  a:
    image: nginx
    networks: { one: { aliases: [first] } }
  b:
    image: nginx
    networks: { two: { aliases: [second] } }
networks:
  one: {}
  two: {}
`,
  ],
};
