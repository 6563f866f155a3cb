/** CMP024: an overlay network, which needs a swarm. */

import type { ProjectRule } from './rule.ts';

export const overlayNeedsSwarm: ProjectRule = {
  id: 'CMP024',
  severity: 'warning',
  title: 'An overlay network needs a swarm',
  why: 'Outside a swarm it is not created; in one, containers of Compose may join it only if it is attachable.',
  bad: `services:
  a: { image: nginx, networks: [far] }
networks:
  far: { driver: overlay }
`,
  good: `services:
  a: { image: nginx, networks: [far] }
networks:
  far: { driver: overlay, attachable: true }
`,
  check: (project, say) => {
    for (const { key, driver, attachable, external } of project.networks.values()) {
      if (external || driver?.value !== 'overlay' || attachable?.value === true) continue;
      say(
        driver.origin,
        `The overlay network ${key} is not attachable, so no container of Compose can join it. Add attachable: true.`,
      );
    }
  },
};
