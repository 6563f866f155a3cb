/** CMP035: variables for nginx-proxy that contradict the service or each other. */

import type { Service } from '../../../docker/service.ts';
import { pushTo } from '../../../util/ordering.ts';
import type { DockerRule } from '../../rule.ts';

const example = (port: string, other: string) => `services:
  a:
    image: a
    expose: ["8080"]
    environment: { VIRTUAL_HOST: a.example.com, VIRTUAL_PORT: "${port}" }
  b:
    image: b
    environment: { VIRTUAL_HOST: ${other} }
`;

export const proxyVariables: DockerRule = {
  id: 'CMP035',
  model: 'docker',
  severity: 'warning',
  title: 'Variables for nginx-proxy do not agree',
  why: 'The proxy sends requests to VIRTUAL_PORT, whatever is exposed, and shares out a host among all containers that claim it.',
  fix: 'Write the port that the program listens on, and one host for one program.',
  references: ['https://github.com/nginx-proxy/nginx-proxy/tree/main/docs'],
  bad: [
    { line: 5, text: example('8081', 'b.example.com') },
    { line: 8, text: example('8080', 'a.example.com') },
  ],
  good: [example('8080', 'b.example.com')],
  check({ project }, report) {
    const byHost = new Map<string, Service[]>();
    for (const service of project.services.values()) {
      const port = service.environment.get('VIRTUAL_PORT');
      const open = exposed(service);
      if (port?.value && open.size > 0 && !open.has(port.value)) {
        report(
          port.origin,
          `VIRTUAL_PORT is not among the ports that ${service.name} exposes: ${[...open].join(', ')}.`,
        );
      }
      for (const host of hostsOf(service)) pushTo(byHost, host, service);
    }
    for (const [first, ...others] of byHost.values()) {
      const other = others.find(({ image }) => image !== first?.image);
      const place = other?.environment.get('VIRTUAL_HOST')?.origin;
      if (!first || !other || !place) continue;
      report(
        place,
        `${first.name} claims the same VIRTUAL_HOST as ${other.name}: requests go to either. Give each its own.`,
      );
    }
  },
};

/** Ports in words, ranges left out: what they hold is not counted here. */
function exposed({ expose, ports }: Service): ReadonlySet<string> {
  const words = [...expose.map(({ value }) => value.split('/')[0] ?? ''), ...ports.map(({ target }) => String(target))];
  return words.some((word) => word.includes('-')) ? new Set() : new Set(words);
}

/** None where paths share out the host. */
function hostsOf({ environment }: Service): string[] {
  const value = environment.has('VIRTUAL_PATH') ? '' : (environment.get('VIRTUAL_HOST')?.value ?? '');
  return value.split(',').flatMap((host) => host.trim().toLowerCase() || []);
}
