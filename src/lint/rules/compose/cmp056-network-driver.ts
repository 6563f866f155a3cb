/** CMP056: a network driver that no network can be made with. */

import type { DockerRule } from '../../rule.ts';

const DRIVERS: readonly string[] = ['bridge', 'overlay', 'macvlan', 'ipvlan'];

export const networkDriver: DockerRule = {
  id: 'CMP056',
  model: 'docker',
  severity: 'warning',
  title: 'A network driver is not one of the engine',
  why: 'The drivers host and none exist once and cannot be made again; any other driver needs a plugin on the host.',
  fix: 'Use a driver of the engine, or network_mode for host and none.',
  references: ['https://docs.docker.com/engine/network/drivers/'],
  bad: [
    {
      line: 4,
      severity: 'error',
      text: `services:
  a: { image: nginx, networks: [one] }
networks:
  one: { driver: host }
`,
    },
  ],
  good: [
    `services:
  a: { image: nginx, networks: [one] }
networks:
  one: { driver: macvlan }
`,
  ],
  check({ project }, report) {
    for (const { key, driver, external } of project.networks.values()) {
      if (external || !driver || DRIVERS.includes(driver.value)) continue;
      const { value, origin } = driver;
      if (value === 'host' || value === 'none') {
        report(origin, `No network can be made with the driver ${value}. Use network_mode: ${value} on the service.`, {
          severity: 'error',
        });
      } else {
        report(origin, `The driver of ${key} is none of ${DRIVERS.join(', ')}; it needs a plugin on the host.`);
      }
    }
  },
};
