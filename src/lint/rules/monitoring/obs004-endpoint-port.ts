/** OBS004: a port of a ServiceMonitor that no Service it selects has. */

import { monitorsOf, ServicesByLabel } from '../../context/monitors.ts';
import type { KubernetesRule } from '../../rule.ts';
import { serviceMonitor, WEB } from './examples.ts';

export const endpointPort: KubernetesRule = {
  id: 'OBS004',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Port of a ServiceMonitor is not a port of the Service',
  why: 'The endpoint is left out without a word: there are no figures, and alerts that rest on them never fire.',
  fix: 'Write the name of a port of the Service; a number goes into targetPort.',
  references: ['https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Endpoint'],
  bad: [{ line: 8, text: serviceMonitor('web', 'metrcis') + WEB }],
  good: [serviceMonitor('web', 'metrics') + WEB],
  check(context, report) {
    const monitors = monitorsOf(context, 'ServiceMonitor');
    const services = monitors.length > 0 ? new ServicesByLabel(context) : undefined;
    for (const { requirements, namespaces, endpoints } of monitors) {
      const ports = services?.select(requirements, namespaces).flatMap((service) => service.ports) ?? [];
      if (ports.length === 0) continue;
      const names = new Set(ports.map(({ name }) => name));
      for (const endpoint of endpoints) {
        const name = endpoint.stringAt('port');
        if (name === undefined || name === '' || names.has(name)) continue;
        const known = [...names].flatMap((other) => other ?? []).join(', ');
        report(
          endpoint.at('port'),
          `No selected Service has a port called ${name}; ${known === '' ? 'none has a name' : `they have ${known}`}. Write one of its names.`,
        );
      }
    }
  },
};
