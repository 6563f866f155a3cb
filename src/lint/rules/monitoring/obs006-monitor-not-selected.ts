/** OBS006: a monitor that no Prometheus looks for. */

import type { LintObject } from '../../context/lint-object.ts';
import { MONITORING } from '../../context/monitors.ts';
import { formatRequirements, meetsAll, type Requirement, selectorRequirements } from '../../context/requirements.ts';
import type { KubernetesRule, Report } from '../../rule.ts';
import { serviceMonitor, WEB } from './examples.ts';

const prometheus = (selector: string) => `---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata:
  name: main
spec:
  serviceMonitorSelector: ${selector}
${WEB}`;

export const monitorNotSelected: KubernetesRule = {
  id: 'OBS006',
  model: 'kubernetes',
  severity: 'warning',
  title: 'No Prometheus selects the monitor',
  why: 'The operator gives a Prometheus the monitors that it selects by their labels, and leaves out all others without a word.',
  fix: 'Give the monitor the labels that the Prometheus asks for, often release with the name of its installation.',
  references: ['https://prometheus-operator.dev/docs/platform/troubleshooting/'],
  bad: [{ line: 4, text: serviceMonitor('web', 'metrics') + prometheus('{matchLabels: {release: main}}') }],
  good: [serviceMonitor('web', 'metrics') + prometheus('{}')],
  check(context, report) {
    const servers = context.ofKind('Prometheus').filter(({ group }) => group === MONITORING);
    if (servers.length === 0) return;
    for (const [kind, key] of KINDS) {
      const selectors = servers.map(({ spec }) => spec.at(key));
      // One without a selector takes no monitor of the kind, or is not the operator's to configure.
      if (selectors.some((selector) => selector.absent)) continue;
      const asked = selectors.map(selectorRequirements);
      for (const monitor of context.ofKind(kind)) checkMonitor(monitor, asked, report);
    }
  },
};

const KINDS = [
  ['ServiceMonitor', 'serviceMonitorSelector'],
  ['PodMonitor', 'podMonitorSelector'],
  ['Probe', 'probeSelector'],
] as const;

function checkMonitor(
  { group, kind, labels, metadata }: LintObject,
  asked: readonly (readonly Requirement[])[],
  report: Report,
): void {
  if (group !== MONITORING || asked.some((requirements) => meetsAll(labels, requirements))) return;
  const field = metadata.at('labels');
  report(
    field.absent ? metadata.at('name') : field,
    `Every Prometheus of the bundle asks for ${asked.map(formatRequirements).join(' or ')}, which the ${kind} has not. Give it the label.`,
  );
}
