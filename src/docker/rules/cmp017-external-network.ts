/** CMP017: an external network is given attributes of its own. */

import type { Origin } from '../../ingest/document.ts';
import type { Network } from '../network.ts';
import type { ProjectRule } from './rule.ts';

export const externalNetwork: ProjectRule = {
  id: 'CMP017',
  severity: 'error',
  title: 'An external network has attributes',
  why: 'It is made elsewhere, so Compose ignores them: an internal: true here closes nothing.',
  bad: `services:
  a: { image: nginx, networks: [shared] }
networks:
  shared: { external: true, internal: true }
`,
  good: `services:
  a: { image: nginx, networks: [shared] }
networks:
  shared: { external: true }
`,
  check: (project, say) => {
    for (const network of project.networks.values()) {
      if (!network.external) continue;
      for (const [key, origin] of attributes(network)) {
        say(origin, `The network ${network.key} is external, so ${key} has no effect. Remove one of them.`);
      }
    }
  },
};

function attributes({
  driver,
  driver_opts,
  internal,
  attachable,
  enable_ipv4,
  enable_ipv6,
  ipam,
}: Network): [string, Origin][] {
  const placed = { driver, internal, attachable, enable_ipv4, enable_ipv6 };
  return [
    ...Object.entries(placed).flatMap(([key, value]): [string, Origin][] => (value ? [[key, value.origin]] : [])),
    ...[...driver_opts.values()].slice(0, 1).map(({ origin }): [string, Origin] => ['driver_opts', origin]),
    ...ipam.config.slice(0, 1).map(({ origin }): [string, Origin] => ['ipam', origin]),
  ];
}
