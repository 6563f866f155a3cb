/** CMP055: a service waits for the health of one that shows none. */

import type { Service } from '../../../docker/service.ts';
import { isObject } from '../../../ingest/document.ts';
import type { DockerRule } from '../../rule.ts';

export const noHealthcheck: DockerRule = {
  id: 'CMP055',
  model: 'docker',
  severity: 'warning',
  title: 'A service waits for a health that is not checked',
  why: 'The start fails: the container has no healthcheck, unless its image brings one.',
  fix: 'Give the service a healthcheck, or wait for service_started.',
  references: ['https://docs.docker.com/reference/compose-file/services/#depends_on'],
  bad: [
    {
      line: 4,
      text: `services:
  web:
    image: nginx
    depends_on: { db: { condition: service_healthy } }
  db: { image: postgres:16 }
`,
    },
  ],
  good: [
    `services:
  web:
    image: nginx
    depends_on: { db: { condition: service_healthy } }
  db:
    image: postgres:16
    healthcheck: { test: pg_isready }
`,
  ],
  check({ project }, report) {
    for (const { name, depends_on: dependencies } of project.services.values()) {
      for (const [target, { condition, origin }] of dependencies) {
        const service = project.services.get(target);
        if (condition !== 'service_healthy' || !service || isChecked(service)) continue;
        report(
          origin,
          `${name} waits until ${target} is healthy, and ${target} has no healthcheck of its own. Give it one.`,
        );
      }
    }
  },
};

function isChecked({ healthcheck }: Service): boolean {
  if (!isObject(healthcheck) || healthcheck['disable'] === true) return false;
  const { test } = healthcheck;
  return Array.isArray(test) && test.length > 0 && test[0] !== 'NONE';
}
