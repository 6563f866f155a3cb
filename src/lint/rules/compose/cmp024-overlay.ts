/** CMP024: an overlay network, which needs a swarm. */

import type { DockerRule } from '../../rule.ts';

export const overlayNeedsSwarm: DockerRule = {
  id: 'CMP024',
  model: 'docker',
  severity: 'warning',
  title: 'An overlay network needs a swarm',
  why: 'Outside a swarm it is not created; in one, containers of Compose may join it only if it is attachable.',
  fix: 'Make the host part of a swarm and the network attachable, or use a bridge network.',
  references: ['https://docs.docker.com/engine/network/drivers/overlay/'],
  bad: [
    {
      line: 4,
      text: `services:
  a: { image: nginx, networks: [far] }
networks:
  far: { driver: overlay }
`,
    },
  ],
  good: [
    `services:
  a: { image: nginx, networks: [far] }
networks:
  far: { driver: overlay, attachable: true }
`,
  ],
  check({ project }, report) {
    for (const { key, driver, attachable, external } of project.networks.values()) {
      if (external || driver?.value !== 'overlay' || attachable?.value === true) continue;
      report(
        driver.origin,
        `The overlay network ${key} is not attachable, so no container of Compose can join it. Add attachable: true.`,
      );
    }
  },
};
