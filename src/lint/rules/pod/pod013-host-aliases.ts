/** POD013: names in /etc/hosts of a pod that hide a Service, or stand there twice. */

import type { KubernetesRule } from '../../rule.ts';
import { manifests, pod, service } from '../fragments.ts';

const example = (name: string) =>
  manifests(
    pod('web', `hostAliases:\n  - {ip: 192.0.2.1, hostnames: [${name}]}\n`),
    service('db', 'selector: {app: web}\nports: [{port: 5432}]\n'),
  );

export const hostAliases: KubernetesRule = {
  id: 'POD013',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A host alias hides a Service, or an address stands there twice',
  why: 'What stands in /etc/hosts is found before DNS is asked: the pod never reaches the Service of that name.',
  fix: 'Choose another name, or remove the alias; write an address once, with all its names.',
  references: ['https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/'],
  bad: [{ line: 6, text: example('db') }],
  good: [example('outside')],
  check({ pods, services }, report) {
    for (const { spec, namespace } of pods.templates) {
      const seen = new Set<string>();
      for (const alias of spec.itemsAt('hostAliases')) {
        const address = alias.stringAt('ip') ?? '';
        if (seen.has(address)) report(alias, `The address ${address} stands here twice. Join the two.`);
        seen.add(address);
        for (const name of alias.itemsAt('hostnames').map((item) => item.string() ?? '')) {
          if (
            !services.has(`${namespace}/${name.split('.')[0]}`) ||
            (name.includes('.') && !name.startsWith(`${name.split('.')[0]}.${namespace}`))
          )
            continue;
          report(
            alias,
            `The pod finds ${name} at this address, and never the Service of that name. Choose another name.`,
          );
        }
      }
    }
  },
};
