/** CMP005: two containers want the same port of the host. */

import type { Service } from '../../../docker/service.ts';
import type { Origin } from '../../../ingest/document.ts';
import { pushTo } from '../../../util/ordering.ts';
import { canPublish } from '../../context/joined.ts';
import type { DockerRule } from '../../rule.ts';

/** One fixed port of the host that a service binds. */
interface Binding {
  readonly service: string;
  readonly origin: Origin;
  readonly address: string;
}

export const hostPortClash: DockerRule = {
  id: 'CMP005',
  model: 'docker',
  severity: 'error',
  title: 'Two containers want the same host port',
  why: 'The second container does not start: its port is already allocated.',
  fix: 'Give one of them another host port, or bind both to different addresses.',
  references: ['https://docs.docker.com/reference/compose-file/services/#ports'],
  bad: [
    {
      line: [4, 7],
      text: `services:
  web:
    image: nginx
    ports: ["127.0.0.1:8080:80"]
  admin:
    image: nginx
    ports: ["8080:80"]
`,
    },
  ],
  good: [
    `services:
  web:
    image: nginx
    ports: ["127.0.0.1:8080:80"]
  admin:
    image: nginx
    ports: ["127.0.0.2:8080:80"]
`,
  ],
  check({ project }, report) {
    const byPort = new Map<string, Binding[]>();
    for (const service of project.services.values()) {
      if (service.replicas === 0 || !canPublish(service, project)) continue;
      for (const [port, binding] of bindings(service)) pushTo(byPort, port, binding);
    }
    for (const [port, group] of byPort) {
      for (const binding of group) {
        const other = clashing(binding, group);
        if (!other) continue;
        const owner = other.service === binding.service ? 'the same service' : `the service ${other.service}`;
        report(binding.origin, `Host port ${port} is published a second time, by ${owner}. Change one of them.`);
      }
    }
  },
};

function bindings(service: Service): [string, Binding][] {
  return service.ports.flatMap(({ published, protocol, host_ip = '', origin }): [string, Binding][] => {
    if (!published || published.first !== published.last) return [];
    return [[`${published.first}/${protocol}`, { service: service.name, origin, address: host_ip }]];
  });
}

/** Another binding of the group whose address meets this one's; looked for among the first few of a large group. */
function clashing(binding: Binding, group: readonly Binding[]): Binding | undefined {
  return group.slice(0, MOST_COMPARED).find((other) => other !== binding && meet(other.address, binding.address));
}

const MOST_COMPARED = 100;

/** No address is every address; `0.0.0.0` and `::` are every one of their family. */
function meet(a: string, b: string): boolean {
  if (a === b || a === '' || b === '') return true;
  const isV6 = (address: string) => address.includes(':');
  return isV6(a) === isV6(b) && [a, b].some((address) => address === '0.0.0.0' || address === '::');
}
