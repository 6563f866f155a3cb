/** POD024: pods behind a Service that do not say when they are ready. */

import type { KubernetesRule } from '../../rule.ts';
import { manifests, pod, service } from '../fragments.ts';

const example = (probe: string) =>
  manifests(
    pod('web', '', `ports: [{containerPort: 8080}]\n${probe}`),
    service('web', 'selector: {app: web}\nports: [{port: 80, targetPort: 8080}]\n'),
  );

export const noReadiness: KubernetesRule = {
  id: 'POD024',
  model: 'kubernetes',
  severity: 'info',
  title: 'Pods behind a Service have no readiness probe',
  why: 'They get connections from the moment they start, before the program listens, and keep them while it hangs.',
  fix: 'Add a readinessProbe to the container that answers.',
  references: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes'],
  bad: [{ line: 6, text: example('') }],
  good: [example('readinessProbe: {tcpSocket: {port: 8080}}\n')],
  check(context, report) {
    for (const pod of context.pods.templates) {
      const [service] = context.servicesOf(pod);
      if (!service || pod.containers.some((container) => !container.at('readinessProbe').absent)) continue;
      const place = pod.ports[0]?.container ?? pod.containers[0];
      if (!place || pod.object.kind === 'Job' || pod.object.kind === 'CronJob') continue;
      report(place, `Service ${service.object.name} leads here as soon as the container starts. Add a readinessProbe.`);
    }
  },
};
