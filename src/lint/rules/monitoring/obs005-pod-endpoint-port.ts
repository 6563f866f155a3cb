/** OBS005: a port of a PodMonitor that no pod it selects has. */

import { monitorsOf } from '../../context/monitors.ts';
import { formatDeclared, PodSelection } from '../../context/pod-selection.ts';
import type { KubernetesRule } from '../../rule.ts';
import { WEB } from './examples.ts';

const manifests = (port: string) => `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  podMetricsEndpoints:
    - port: ${port}
${WEB}`;

export const podEndpointPort: KubernetesRule = {
  id: 'OBS005',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Port of a PodMonitor is not a port of the pods',
  why: 'The endpoint is left out without a word: there are no figures, and alerts that rest on them never fire.',
  fix: 'Write the name of a port that a container of the pods declares.',
  references: ['https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMetricsEndpoint'],
  bad: [{ line: 8, text: manifests('http') }],
  good: [manifests('metrics')],
  check(context, report) {
    for (const { requirements, namespaces, endpoints } of monitorsOf(context, 'PodMonitor')) {
      const homes = namespaces ?? [...context.pods.namespaces];
      const pods = new PodSelection(homes.flatMap((home) => context.pods.select(home, requirements).pods));
      for (const endpoint of endpoints) {
        const name = endpoint.stringAt('port');
        if (!name || !pods.declaresPorts || pods.declared.some((port) => port.name === name)) continue;
        report(
          endpoint.at('port'),
          `No selected pod declares a port called ${name}; they declare ${formatDeclared(pods.declared)}. Write one of these names.`,
        );
      }
    }
  },
};
