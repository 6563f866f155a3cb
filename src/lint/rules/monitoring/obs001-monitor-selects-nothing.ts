/** OBS001: a monitor that finds nothing to look at. */

import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import { type Monitor, monitorsOf, ServicesByLabel } from '../../context/monitors.ts';
import { formatNearPods } from '../../context/near-pods.ts';
import { formatRequirements } from '../../context/requirements.ts';
import type { ServiceView } from '../../context/service-view.ts';
import type { KubernetesRule, Report } from '../../rule.ts';
import { serviceMonitor, WEB } from './examples.ts';

export const monitorSelectsNothing: KubernetesRule = {
  id: 'OBS001',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Monitor selects nothing',
  why: 'There are no figures, and alerts that rest on them never fire.',
  fix: 'Make the selector say what the labels of the Service say (not those of its pods), or of the pods for a PodMonitor; name other namespaces in namespaceSelector.',
  references: ['https://prometheus-operator.dev/docs/developer/getting-started/#using-servicemonitors'],
  bad: [
    { line: 6, text: serviceMonitor('wep', 'metrics') + WEB },
    { line: 6, complete: true, text: serviceMonitor('shop', 'metrics') + WEB },
    { line: 6, severity: 'info', text: serviceMonitor('shop', 'metrics') + WEB },
  ],
  good: [serviceMonitor('web', 'metrics') + WEB],
  check(context, report) {
    const monitors = monitorsOf(context, 'ServiceMonitor');
    if (monitors.length > 0) {
      const services = new ServicesByLabel(context);
      for (const monitor of monitors) checkServices(monitor, { services, context, report });
    }
    for (const monitor of monitorsOf(context, 'PodMonitor')) checkPods(monitor, context, report);
  },
};

interface Given {
  readonly services: ServicesByLabel;
  readonly context: KubernetesContext;
  readonly report: Report;
}

function checkServices(monitor: Monitor, { services, context, report }: Given): void {
  const { requirements, namespaces } = monitor;
  if (services.select(requirements, namespaces).length > 0) return;
  const [elsewhere] = requirements.length > 0 ? services.select(requirements) : [];
  if (elsewhere && !isPlaced(monitor)) return;
  const slip = services.near(context, monitor);
  const near = slip ?? elsewhere;
  const hint =
    near &&
    `; Service ${near.object.name} of namespace ${near.object.namespace} has ${slip ? slipText(monitor, slip) : 'these labels'}`;
  report(
    placeOf(monitor),
    `No Service ${whereText(monitor)} ${labelsText(monitor)}${hint ?? ''}. Change the selector, or the labels of the Service.`,
    { absent: near === undefined },
  );
}

/** Where it names no namespace, it may be put into the one where they are. */
function isPlaced({ object }: Monitor): boolean {
  return !object.metadata.at('namespace').absent || !object.spec.at('namespaceSelector').absent;
}

function slipText({ requirements }: Monitor, { object }: ServiceView): string {
  return requirements.map(({ key }) => `${key}=${object.labels.get(key)}`).join(', ');
}

function checkPods(monitor: Monitor, { pods, nearPods }: KubernetesContext, report: Report): void {
  const { requirements, namespaces, object } = monitor;
  const homes = namespaces ?? [...pods.namespaces];
  if (homes.some((home) => !pods.select(home, requirements).isEmpty)) return;
  const near = nearPods.find(homes[0] ?? object.namespace, requirements);
  if (near && !near.slip && !isPlaced(monitor)) return;
  const hint = near ? `: ${formatNearPods(near)}` : '';
  report(
    placeOf(monitor),
    `No pod ${whereText(monitor)} ${labelsText(monitor)}${hint}. Change the selector, or the labels of the pods.`,
    { absent: near === undefined },
  );
}

function placeOf({ object: { spec } }: Monitor) {
  const selector = spec.at('selector');
  return selector.absent ? spec : selector;
}

function whereText({ namespaces }: Monitor): string {
  return namespaces ? `of namespace ${namespaces.join(', ')}` : 'of any namespace';
}

function labelsText({ requirements }: Monitor): string {
  return requirements.length === 0 ? 'is there' : `has ${formatRequirements(requirements)}`;
}
