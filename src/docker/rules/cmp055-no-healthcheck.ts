/** CMP055: a service waits for the health of one that shows none. */

import { isObject } from '../../ingest/document.ts';
import type { Service } from '../service.ts';
import type { ProjectRule } from './rule.ts';

export const noHealthcheck: ProjectRule = {
  id: 'CMP055',
  severity: 'warning',
  title: 'A service waits for a health that is not checked',
  why: 'The start fails: the container has no healthcheck, unless its image brings one.',
  bad: `services:
  web:
    image: nginx
    depends_on: { db: { condition: service_healthy } }
  db: { image: postgres:16 }
`,
  good: `services:
  web:
    image: nginx
    depends_on: { db: { condition: service_healthy } }
  db:
    image: postgres:16
    healthcheck: { test: pg_isready }
`,
  check: (project, say) => {
    for (const { name, depends_on: dependencies } of project.services.values()) {
      for (const [target, { condition, origin }] of dependencies) {
        const service = project.services.get(target);
        if (condition !== 'service_healthy' || !service || isChecked(service)) continue;
        say(
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
