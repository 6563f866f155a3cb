/** POD021: an environment variable that names a Service that is not there. */

import { asksCluster, clusterHost, missingHost } from '../../context/cluster-host.ts';
import { hostsOfVariable } from '../../context/host-names.ts';
import type { PodTemplate } from '../../context/pod-template.ts';
import { waitsOf } from '../../context/waits.ts';
import type { KubernetesRule } from '../../rule.ts';
import { manifests, pod, service } from '../fragments.ts';

const example = (value: string) =>
  manifests(
    pod('web', '', `env: [{name: STORE_URL, value: "${value}"}]\n`),
    service('store', 'selector: {app: store}\nports: [{port: 5432}]\n'),
    pod('store', ''),
  );

export const unknownHost: KubernetesRule = {
  id: 'POD021',
  model: 'kubernetes',
  severity: 'warning',
  title: 'An environment variable names a Service that is not there',
  why: 'The name does not resolve, and the program cannot connect to what it needs.',
  fix: 'Correct the name of the host, or add the Service; one of another namespace is `name.namespace`.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#services'],
  bad: [
    { line: 8, text: example('postgres://app:hidden@stores:5432/app') },
    { line: 8, severity: 'info', text: example('http://ledger.default.svc.cluster.local') },
  ],
  good: [example('postgres://app:hidden@store:5432/app'), example('https://example.com/')],
  check(context, report) {
    for (const pod of context.pods.templates) {
      if (!asksCluster(pod)) continue;
      const waited = waitedFor(pod);
      for (const variable of pod.allContainers.flatMap((container) => container.itemsAt('env'))) {
        const { value } = variable.at('value');
        if (typeof value !== 'string') continue;
        for (const host of hostsOfVariable(variable.stringAt('name') ?? '', value)) {
          const target = clusterHost(host, pod, context);
          const missing = target && !waited.has(host) ? missingHost(host, target, context) : undefined;
          if (!missing) continue;
          const { message, absent } = missing;
          report(variable.at('value'), `${message}. Correct the name, or add the Service.`, { absent });
        }
      }
    }
  },
};

/** Hosts of which POD008 speaks. */
function waitedFor({ initContainers, namespace }: PodTemplate): ReadonlySet<string> {
  const waits = initContainers.flatMap((container) => waitsOf(container, namespace));
  return new Set(waits.filter(({ optional }) => !optional).map(({ host }) => host));
}
