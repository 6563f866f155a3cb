/** POD009: an init container that waits for its own pods. */

import { asksCluster, clusterHost } from '../../context/cluster-host.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import { isSidecar, type PodTemplate } from '../../context/pod-template.ts';
import type { ServiceView } from '../../context/service-view.ts';
import { type Wait, waitsOf } from '../../context/waits.ts';
import type { KubernetesRule } from '../../rule.ts';
import { manifests, pod, service } from '../fragments.ts';

const example = (command: string) =>
  manifests(
    pod(
      'web',
      `initContainers:\n  - name: wait\n    image: example.com/tools:1\n    command: [sh, -c, "${command}"]\n`,
    ),
    service('web', 'selector: {app: web}\nports: [{port: 80}]\n'),
  );

export const waitsForItself: KubernetesRule = {
  id: 'POD009',
  model: 'kubernetes',
  severity: 'error',
  title: 'An init container waits for its own pods',
  why: 'A Service leads to pods that are ready, and these get ready only after the init container has ended: nothing ever starts.',
  fix: 'Wait for the Service of another workload, or remove the init container.',
  references: ['https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#detailed-behavior'],
  bad: [{ line: 8, text: example('until curl -sf http://web:80/; do sleep 1; done') }],
  good: [
    example('until curl -sf http://api.example.com/; do sleep 1; done'),
    // The address of the Service is there before its pods are.
    example('until nslookup web; do sleep 1; done'),
  ],
  check(context, report) {
    for (const pod of context.pods.templates) {
      if (pod.initContainers.length === 0 || !asksCluster(pod)) continue;
      for (const wait of pod.initContainers.flatMap((container) => waitsOf(container, pod.namespace))) {
        const service = ownService(wait, pod, context);
        if (!service) continue;
        report(
          wait.field,
          `Service ${service.object.name} selects only these pods, which get ready only after this wait. Wait for another Service, or remove it.`,
        );
      }
    }
  },
};

/** The Service that a wait is for, where no other pod than those that wait can answer. */
function ownService(wait: Wait, pod: PodTemplate, context: KubernetesContext): ServiceView | undefined {
  const target = wait.optional ? undefined : clusterHost(wait.host, pod, context);
  const service = target?.whole ? target.service : undefined;
  if (!service || (wait.lookup && !service.headless)) return undefined;
  const { pods } = service.selected;
  if (pods.length === 0 || pods.some((selected) => selected !== pod)) return undefined;
  const early = service.object.spec.at('publishNotReadyAddresses').value === true;
  return early && (wait.lookup || pod.initContainers.some(isSidecar)) ? undefined : service;
}
