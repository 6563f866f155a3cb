/** Labels of kompose (https://kompose.io/user-guide/#labels) that ask for what is not made here. */

import { entryAt, lose, type Plan } from '../plan.ts';

export function noteLabels(plan: Plan): void {
  for (const { services } of plan.units) {
    for (const service of services) {
      const unmet = [...service.labels.keys()].filter((key) => UNMET.some((prefix) => key.startsWith(prefix)));
      for (const key of unmet) {
        const reason = `${key} asks for something that is not made here.`;
        lose(plan, service, {
          code: 'L27',
          attribute: 'labels',
          reason,
          severity: 'info',
          origin: entryAt(service, 'labels', key),
        });
      }
    }
  }
}

const UNMET: readonly string[] = [
  'kompose.hpa.',
  'kompose.service.group',
  'kompose.init.containers.',
  'kompose.volume.type',
  'kompose.volume.selector',
  'kompose.service.name_override',
  'kompose.controller.port.expose',
];
