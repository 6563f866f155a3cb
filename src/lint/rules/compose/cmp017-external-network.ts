/** CMP017: an external network is given attributes of its own. */

import type { Network } from '../../../docker/network.ts';
import type { Origin } from '../../../ingest/document.ts';
import type { DockerRule } from '../../rule.ts';

export const externalNetwork: DockerRule = {
  id: 'CMP017',
  model: 'docker',
  severity: 'error',
  title: 'An external network has attributes',
  why: 'It is made elsewhere, so Compose ignores them: an internal: true here closes nothing.',
  fix: 'Remove the attributes, or `external: true`.',
  references: ['https://docs.docker.com/reference/compose-file/networks/#external'],
  bad: [
    {
      line: 4,
      text: `services:
  a: { image: nginx, networks: [shared] }
networks:
  shared: { external: true, internal: true }
`,
    },
  ],
  good: [
    `services:
  a: { image: nginx, networks: [shared] }
networks:
  shared: { external: true }
`,
  ],
  check({ project }, report) {
    for (const network of project.networks.values()) {
      if (!network.external) continue;
      for (const [key, origin] of attributes(network)) {
        report(origin, `The network ${network.key} is external, so ${key} has no effect. Remove one of them.`);
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
