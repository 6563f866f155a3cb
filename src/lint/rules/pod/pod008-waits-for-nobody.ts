/** POD008: an init container that waits for a Service that is not there. */

import { serviceName } from '../../context/service-names.ts';
import { waitedHosts } from '../../context/waited-hosts.ts';
import type { KubernetesRule } from '../../rule.ts';
import { manifests, pod, service } from '../fragments.ts';

const example = (host: string) =>
  manifests(
    pod(
      'web',
      `initContainers:\n  - name: wait\n    image: busybox:1.36\n    command: [sh, -c, "until nc -z ${host} 5432; do sleep 2; done"]\n`,
    ),
    service('db', 'selector: {app: db}\nports: [{port: 5432}]\n'),
  );

export const waitsForNobody: KubernetesRule = {
  id: 'POD008',
  model: 'kubernetes',
  severity: 'warning',
  title: 'An init container waits for a Service that is not there',
  why: 'It never ends, and the pod never starts: its status stays at Init.',
  fix: 'Wait for the name of a Service, with its namespace behind it where that is another: db.shop.',
  references: ['https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#init-containers-in-use'],
  bad: [{ line: 8, text: example('dbb') }],
  good: [example('db'), example('db.example.com')],
  check({ pods, services, namespaces, near }, report) {
    for (const { initContainers, namespace } of pods.templates) {
      for (const { field, host } of initContainers.flatMap(waitedHosts)) {
        const meant = serviceName(host, namespace, (name) => namespaces.has(name));
        if (!meant || services.has(`${meant.namespace}/${meant.name}`)) continue;
        const there = [...services.values()].filter(({ object }) => object.namespace === meant.namespace);
        const close = near.find(
          meant.name,
          there.map(({ object }) => object.name),
        );
        const elsewhere = [...services.values()].find(({ object }) => object.name === meant.name);
        const hint =
          close !== undefined
            ? `There is ${close}`
            : elsewhere
              ? `Namespace ${elsewhere.object.namespace} has one: write ${meant.name}.${elsewhere.object.namespace}`
              : 'Add it, or correct the name';
        report(field, `This waits for ${meant.name}, and namespace ${meant.namespace} has no such Service. ${hint}.`, {
          absent: close === undefined && !elsewhere,
        });
      }
    }
  },
};
