/** CMP056: a network driver that no network can be made with. */

import type { ProjectRule } from './rule.ts';

const DRIVERS: readonly string[] = ['bridge', 'overlay', 'macvlan', 'ipvlan'];

export const networkDriver: ProjectRule = {
  id: 'CMP056',
  severity: 'warning',
  title: 'A network driver is not one of the engine',
  why: 'host and none exist once and cannot be made again; any other driver needs a plugin on the host.',
  bad: `services:
  a: { image: nginx, networks: [one] }
networks:
  one: { driver: host }
`,
  good: `services:
  a: { image: nginx, networks: [one] }
networks:
  one: { driver: macvlan }
`,
  check: (project, say) => {
    for (const { key, driver, external } of project.networks.values()) {
      if (external || !driver || DRIVERS.includes(driver.value)) continue;
      const { value, origin } = driver;
      if (value === 'host' || value === 'none') {
        say(
          origin,
          `No network can be made with the driver ${value}. Use network_mode: ${value} on the service.`,
          'error',
        );
      } else {
        say(origin, `The driver of ${key} is none of ${DRIVERS.join(', ')}; it needs a plugin on the host.`);
      }
    }
  },
};
