/** OBS006: a monitor that no Prometheus looks for. */

import type { Field } from '../../../kubernetes/field.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import { MONITORING } from '../../context/monitors.ts';
import { formatRequirements, meetsAll, selectorRequirements } from '../../context/requirements.ts';
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
    for (const kind of KINDS) {
      const selectors = servers.map(({ spec }) => spec.at(`${kind[0]?.toLowerCase()}${kind.slice(1)}Selector`));
      // One without a selector takes no monitor of the kind, or is not the operator's to configure.
      if (selectors.some((selector) => selector.absent)) continue;
      checkKind(kind, selectors, context, report);
    }
  },
};

const KINDS = ['ServiceMonitor', 'PodMonitor', 'Probe'] as const;

function checkKind(
  kind: (typeof KINDS)[number],
  selectors: readonly Field[],
  context: KubernetesContext,
  report: Report,
): void {
  const asked = selectors.map(selectorRequirements);
  for (const { group, labels, metadata } of context.ofKind(kind)) {
    if (group !== MONITORING || asked.some((requirements) => meetsAll(labels, requirements))) continue;
    const field = metadata.at('labels');
    const texts = asked.map(formatRequirements).join(' or ');
    report(
      field.absent ? metadata.at('name') : field,
      `Every Prometheus of the bundle asks for ${texts}, which the ${kind} has not. Give it the label.`,
    );
  }
}
