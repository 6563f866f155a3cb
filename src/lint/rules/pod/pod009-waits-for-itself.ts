/** POD009: an init container that waits for the Service of its own pod. */

import { serviceName } from '../../context/service-names.ts';
import { waitedHosts } from '../../context/waited-hosts.ts';
import type { KubernetesRule } from '../../rule.ts';
import { manifests, pod, service } from '../fragments.ts';

const example = (app: string) =>
  manifests(
    pod(
      'web',
      `initContainers:\n  - name: wait\n    image: busybox:1.36\n    command: [sh, -c, "until nc -z front 80; do sleep 2; done"]\n`,
      'ports: [{containerPort: 80}]\n',
    ),
    pod('api', '', 'ports: [{containerPort: 80}]\n'),
    service('front', `selector: {app: ${app}}\nports: [{port: 80}]\n`),
  );

export const waitsForItself: KubernetesRule = {
  id: 'POD009',
  model: 'kubernetes',
  severity: 'error',
  title: 'An init container waits for its own pod',
  why: 'The Service has no other pods, and these have no endpoints before their init containers end: it waits for ever.',
  fix: 'Remove the wait, or wait for what the program really needs.',
  references: ['https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#detailed-behavior'],
  bad: [{ line: 8, text: example('web') }],
  good: [example('api')],
  check({ pods, services, namespaces }, report) {
    for (const pod of pods.templates) {
      for (const { field, host, lookedUp } of pod.initContainers.flatMap(waitedHosts)) {
        const meant = serviceName(host, pod.namespace, (name) => namespaces.has(name));
        const service = meant && services.get(`${meant.namespace}/${meant.name}`);
        if (!service || service.object.spec.at('publishNotReadyAddresses').value === true) continue;
        // The name of a Service with an address resolves whether or not it has endpoints.
        if (lookedUp && !service.headless) continue;
        const [only, ...more] = service.selected.pods;
        if (only !== pod || more.length > 0) continue;
        report(field, `This waits for Service ${service.object.name}, which has no pods but these. Remove the wait.`);
      }
    }
  },
};
