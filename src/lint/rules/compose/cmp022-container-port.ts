/** CMP022: a published port on which the program of the image does not listen. */

import type { Service } from '../../../docker/service.ts';
import { canPublish } from '../../context/joined.ts';
import { portsOfImage } from '../../context/known-images.ts';
import type { DockerRule } from '../../rule.ts';

const example = (port: string) => `services:
  db:
    image: postgres:16
    ports: ["127.0.0.1:${port}"]
`;

export const containerPort: DockerRule = {
  id: 'CMP022',
  model: 'docker',
  severity: 'info',
  title: 'A published port is not that of the program',
  why: 'The number behind the colon is the port of the container; where nothing listens there, connections are refused.',
  fix: 'Write the port of the program behind the colon.',
  references: ['https://docs.docker.com/reference/compose-file/services/#ports'],
  bad: [{ line: 4, text: example('5432:5433') }],
  good: [example('5433:5432')],
  check({ project }, report) {
    for (const service of project.services.values()) {
      const known = portsOfImage(service);
      if (!known || isConfigured(service) || !canPublish(service, project)) continue;
      for (const { target, protocol, origin } of service.ports) {
        if (protocol !== 'tcp' || known.includes(target)) continue;
        report(
          origin,
          `The program of ${service.image} listens on ${known.join(', ')} unless it is told otherwise, and not on ${target}.`,
        );
      }
    }
  },
};

/** Whether something may tell the program to listen elsewhere. */
function isConfigured({ command, entrypoint, volumes, configs, environment }: Service): boolean {
  return (
    command !== undefined ||
    entrypoint !== undefined ||
    configs.length > 0 ||
    volumes.some(({ type }) => type === 'bind') ||
    [...environment.keys()].some((name) => /PORT|LISTEN|ADDR|HTTP|CONF/i.test(name))
  );
}
