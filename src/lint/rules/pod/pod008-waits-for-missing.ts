/** POD008: an init container that waits for a Service that is not there. */

import { asksCluster, clusterHost, missingHost } from '../../context/cluster-host.ts';
import { waitsOf } from '../../context/waits.ts';
import type { KubernetesRule } from '../../rule.ts';
import { manifests, pod, service } from '../fragments.ts';

const example = (host: string) =>
  manifests(
    pod(
      'web',
      `initContainers:\n  - name: wait\n    image: example.com/tools:1\n    command: [sh, -c, "until nc -z ${host} 5432; do sleep 1; done"]\n`,
    ),
    service('store', 'selector: {app: store}\nports: [{port: 5432}]\n'),
    pod('store', ''),
  );

export const waitsForMissing: KubernetesRule = {
  id: 'POD008',
  model: 'kubernetes',
  severity: 'warning',
  title: 'An init container waits for a Service that is not there',
  why: 'The pod never gets past its init container: it stays in Init, without an error that says why.',
  fix: 'Correct the name of the host, or add the Service; one of another namespace is `name.namespace`.',
  references: ['https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#examples'],
  bad: [
    { line: 8, text: example('stores') },
    { line: 8, complete: true, text: example('ledger') },
    { line: 8, severity: 'info', text: example('ledger') },
  ],
  good: [example('store'), example('store.default.svc.cluster.local'), example('db.example.com'), example('$DB_HOST')],
  check(context, report) {
    for (const pod of context.pods.templates) {
      if (pod.initContainers.length === 0 || !asksCluster(pod)) continue;
      for (const wait of pod.initContainers.flatMap((container) => waitsOf(container, pod.namespace))) {
        const target = clusterHost(wait.host, pod, context);
        const missing = target && !wait.optional ? missingHost(wait.host, target, context) : undefined;
        if (!missing) continue;
        const { message, absent } = missing;
        report(wait.field, `${message}, so this waits for ever. Correct the name, or add the Service.`, { absent });
      }
    }
  },
};
